// SPDX-License-Identifier: GPL-3.0-or-later
// maketorrent DIR FILE OUT v1|v2 [ANNOUNCE]: a torrent of one file, for peers in tests and benchmarks.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>

int main(int argc, char** argv)
{
    if (argc < 5)
        return 1;
    lt::file_storage files;
    lt::add_files(files, std::string(argv[1]) + '/' + argv[2]);
    lt::create_torrent creator(files, 256 * 1024, std::strcmp(argv[4], "v1") == 0 ? lt::create_torrent::v1_only : lt::create_torrent::v2_only);
    if (argc > 5)
        creator.add_tracker(argv[5]);
    lt::error_code error;
    lt::set_piece_hashes(creator, argv[1], error);
    if (error) {
        std::fprintf(stderr, "%s\n", error.message().c_str());
        return 1;
    }
    std::ofstream out(argv[3], std::ios::binary);
    lt::bencode(std::ostreambuf_iterator<char>(out), creator.generate());
    return out.good() ? 0 : 1;
}
