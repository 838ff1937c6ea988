// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Chequebook} from "./Chequebook.sol";

/// Deploys chequebooks whose addresses tell who issues from them, and settles vouchers of many in one transaction: an
/// entry that is stale, forged or uncovered is skipped and reported, and never reverts the rest.
contract ChequebookFactory {
    struct Entry {
        address chequebook;
        address beneficiary;
        bytes32 machine;
        uint256 cumulative;
        bytes signature;
    }

    struct Relay {
        address relayer;
        uint256 maxFee;
        uint256 deadline;
        bytes authorization;
        uint256 fee;
    }

    struct Ref {
        address chequebook;
        address beneficiary;
        bytes32 machine;
    }

    struct State {
        bool deployed;
        uint256 free;
        uint256 paid;
        uint256 bounced;
        uint256 reserve;
        uint256 announced;
        uint64 decreaseAt;
    }

    uint256 public constant MAX_ENTRIES = 100;
    /// An entry costs about 60,000. With less than this an entry could run dry, look like one that can't be cashed, and a
    /// node's estimate of the gas would settle on just that.
    uint256 public constant ENTRY_GAS = 300_000;
    Chequebook public immutable implementation;
    mapping(address chequebook => bool) public isGenuine;

    event Deployed(address indexed chequebook, address indexed issuer, bytes32 salt);
    event Settled(uint256 indexed index, address indexed chequebook, uint256 paid, uint256 bounced);
    event Skipped(uint256 indexed index, address indexed chequebook, bytes reason);

    error TooMany();
    error GasTooLow();
    error LengthsDiffer();

    constructor(IERC20 token) {
        implementation = new Chequebook(token);
    }

    /// keccak256 of a chequebook's creation code: with it, addresses are computed offline (CREATE2).
    function initCodeHash() external view returns (bytes32) {
        return keccak256(
            abi.encodePacked(
                hex"3d602d80600a3d3981f3363d3d373d3d3d363d73", address(implementation), hex"5af43d82803e903d91602b57fd5bf3"
            )
        );
    }

    function chequebookOf(address issuer, bytes32 salt) external view returns (address) {
        return Clones.predictDeterministicAddress(address(implementation), keccak256(abi.encode(issuer, salt)));
    }

    /// Anybody may deploy it; it obeys the issuer only.
    function deploy(address issuer, bytes32 salt) external returns (address chequebook) {
        chequebook = Clones.cloneDeterministic(address(implementation), keccak256(abi.encode(issuer, salt)));
        isGenuine[chequebook] = true;
        Chequebook(chequebook).initialize(issuer);
        emit Deployed(chequebook, issuer, salt);
    }

    /// `payouts`, of each entry: for whoever simulates it. 0 for one that is skipped.
    function settle(Entry[] calldata entries) external returns (uint256[] memory payouts) {
        if (entries.length > MAX_ENTRIES) revert TooMany();
        payouts = new uint256[](entries.length);
        for (uint256 i = 0; i < entries.length; ++i) {
            if (gasleft() < ENTRY_GAS) revert GasTooLow();
            Entry calldata entry = entries[i];
            if (!isGenuine[entry.chequebook]) {
                emit Skipped(i, entry.chequebook, "");
                continue;
            }
            try Chequebook(entry.chequebook).cash(entry.beneficiary, entry.machine, entry.cumulative, entry.signature) returns (
                uint256 paid, uint256 bounced
            ) {
                payouts[i] = paid;
                emit Settled(i, entry.chequebook, paid, bounced);
            } catch (bytes memory reason) {
                emit Skipped(i, entry.chequebook, reason);
            }
        }
    }

    /// The same for beneficiaries without gas money: each entry carries its CashOut; fees go to the caller.
    function settleRelayed(Entry[] calldata entries, Relay[] calldata relays) external returns (uint256[] memory payouts) {
        if (entries.length > MAX_ENTRIES) revert TooMany();
        if (entries.length != relays.length) revert LengthsDiffer();
        payouts = new uint256[](entries.length);
        for (uint256 i = 0; i < entries.length; ++i) {
            if (gasleft() < ENTRY_GAS) revert GasTooLow();
            Entry calldata entry = entries[i];
            if (!isGenuine[entry.chequebook]) {
                emit Skipped(i, entry.chequebook, "");
                continue;
            }
            try this.relayOne(entry, relays[i], msg.sender) returns (uint256 paid, uint256 bounced) {
                payouts[i] = paid;
                emit Settled(i, entry.chequebook, paid, bounced);
            } catch (bytes memory reason) {
                emit Skipped(i, entry.chequebook, reason);
            }
        }
    }

    /// A call of its own, so that what reverts is one entry. Only the factory itself may name who gets the fee.
    function relayOne(Entry calldata entry, Relay calldata relay, address feeTo) external returns (uint256, uint256) {
        require(msg.sender == address(this));
        return Chequebook(entry.chequebook).cashOut(
            entry.beneficiary,
            entry.machine,
            entry.cumulative,
            entry.signature,
            relay.relayer,
            relay.maxFee,
            relay.deadline,
            relay.authorization,
            relay.fee,
            feeTo
        );
    }

    /// The state of many channels in one call; zeros for a chequebook that is not deployed. A token that can't be asked makes
    /// nothing free, and never hides the other channels.
    function states(Ref[] calldata refs) external view returns (State[] memory found) {
        found = new State[](refs.length);
        for (uint256 i = 0; i < refs.length; ++i) {
            if (!isGenuine[refs[i].chequebook]) continue;
            Chequebook chequebook = Chequebook(refs[i].chequebook);
            Chequebook.Channel memory channel = chequebook.channelOf(refs[i].beneficiary, refs[i].machine);
            uint256 free;
            try chequebook.free() returns (uint256 amount) {
                free = amount;
            } catch {}
            found[i] = State(
                true, free, channel.paid, channel.bounced, channel.reserve, channel.announced, channel.decreaseAt
            );
        }
    }
}
