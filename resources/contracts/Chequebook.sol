// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// One customer's deposit. A voucher is the issuer's signed promise of a cumulative amount to (beneficiary, machine); it
/// can be cashed by anybody and pays that beneficiary only. What is reserved for a channel is paid to no other.
/// Deployed by the factory as a minimal proxy (EIP-1167), so its address tells its issuer and that it is genuine.
contract Chequebook is EIP712 {
    using SafeERC20 for IERC20;

    struct Channel {
        uint256 paid; // of the cumulative amount, ever
        uint256 bounced; // tried and not covered by the last cashing
        uint256 reserve; // set aside for this channel, announced decreases included
        uint256 announced; // that much of the reserve goes once decreaseAt has come
        uint64 decreaseAt; // seconds since 1970; 0: nothing is announced
    }

    uint64 public constant DECREASE_DELAY = 7 days;
    bytes32 private constant VOUCHER_TYPEHASH = keccak256("Voucher(address beneficiary,bytes32 machine,uint256 cumulative)");
    bytes32 private constant CASHOUT_TYPEHASH = keccak256(
        "CashOut(address chequebook,bytes32 machine,uint256 cumulative,address relayer,uint256 maxFee,uint256 deadline)"
    );

    IERC20 public immutable token;
    address public immutable factory;
    address public issuer;
    uint256 public reserved; // over all channels
    mapping(address beneficiary => mapping(bytes32 machine => Channel)) private _channels;
    mapping(bytes32 digest => uint256) public cashOutFee; // taken so far under one authorization

    event Cashed(address indexed beneficiary, bytes32 indexed machine, uint256 cumulative, uint256 paid, uint256 bounced, uint256 fee);
    event Reserved(address indexed beneficiary, bytes32 indexed machine, uint256 reserve);
    event DecreaseAnnounced(address indexed beneficiary, bytes32 indexed machine, uint256 announced, uint64 decreaseAt);
    event Withdrawn(uint256 amount);

    error NotIssuer();
    error NotFactory();
    error AlreadyInitialized();
    error BadSignature();
    error Stale(uint256 paid);
    error NotCovered(uint256 free);
    error AboveReserve(uint256 reserve);
    error TooEarly(uint64 decreaseAt);
    error NothingAnnounced();
    error CashOutExpired();
    error WrongRelayer();
    error FeeTooHigh(uint256 allowed);
    error TokenTakesFee();

    modifier onlyIssuer() {
        if (msg.sender != issuer) revert NotIssuer();
        _;
    }

    constructor(IERC20 token_) EIP712("Surplus Chequebook", "1") {
        token = token_;
        factory = msg.sender;
        issuer = address(1); // the implementation itself is nobody's chequebook
    }

    function initialize(address issuer_) external {
        if (msg.sender != factory) revert NotFactory();
        if (issuer != address(0)) revert AlreadyInitialized();
        issuer = issuer_;
    }

    // --- the issuer's side ---

    /// Plain transfers of the token to this address are deposits too.
    function deposit(uint256 amount) external {
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// What is neither reserved nor paid out. Never fails on a token that takes away what was deposited.
    function free() public view returns (uint256) {
        uint256 balance = token.balanceOf(address(this));
        return balance > reserved ? balance - reserved : 0;
    }

    function withdraw(uint256 amount) external onlyIssuer {
        uint256 available = free();
        if (amount > available) revert NotCovered(available);
        _pay(issuer, amount);
        emit Withdrawn(amount);
    }

    /// Sets more aside for one channel, out of what is free. Of a token that takes a fee on transfers nothing can be set aside,
    /// since less could be paid than was promised: sending it to oneself shows that.
    function reserve(address beneficiary, bytes32 machine, uint256 amount) external onlyIssuer {
        uint256 available = free();
        if (amount > available) revert NotCovered(available);
        Channel storage channel = _channels[beneficiary][machine];
        channel.reserve += amount;
        reserved += amount;
        uint256 before = token.balanceOf(address(this));
        token.safeTransfer(address(this), amount);
        if (token.balanceOf(address(this)) != before) revert TokenTakesFee();
        emit Reserved(beneficiary, machine, channel.reserve);
    }

    /// Announces that the reserve will fall by `amount` (in all; it replaces an earlier announcement). The delay begins anew.
    /// Zero takes an announcement back.
    function announceDecrease(address beneficiary, bytes32 machine, uint256 amount) external onlyIssuer {
        Channel storage channel = _channels[beneficiary][machine];
        if (amount > channel.reserve) revert AboveReserve(channel.reserve);
        channel.announced = amount;
        channel.decreaseAt = amount == 0 ? 0 : uint64(block.timestamp) + DECREASE_DELAY;
        emit DecreaseAnnounced(beneficiary, machine, amount, channel.decreaseAt);
    }

    function decrease(address beneficiary, bytes32 machine) external onlyIssuer {
        Channel storage channel = _channels[beneficiary][machine];
        if (channel.decreaseAt == 0) revert NothingAnnounced();
        if (block.timestamp < channel.decreaseAt) revert TooEarly(channel.decreaseAt);
        channel.reserve -= channel.announced;
        reserved -= channel.announced;
        channel.announced = 0;
        channel.decreaseAt = 0;
        emit Reserved(beneficiary, machine, channel.reserve);
    }

    // --- the beneficiary's side ---

    function channelOf(address beneficiary, bytes32 machine) external view returns (Channel memory) {
        return _channels[beneficiary][machine];
    }

    /// Pays what the voucher promises and was not paid yet: from the channel's reserve, then from what is free. What is
    /// not covered is recorded as bounced, and the same voucher can be cashed again later.
    function cash(address beneficiary, bytes32 machine, uint256 cumulative, bytes calldata signature)
        external
        returns (uint256 payout, uint256 bounced)
    {
        (payout, bounced) = _take(beneficiary, machine, cumulative, signature);
        emit Cashed(beneficiary, machine, cumulative, payout, bounced, 0);
        _pay(beneficiary, payout);
    }

    /// The same, submitted by somebody else for a fee in tokens that the beneficiary signed a cap for (CashOut). `relayer`
    /// zero: anybody. If only a part is covered, only that part of what is left of the cap may be taken, and the
    /// signature stays good for the rest: paying one unit of it spends nobody's authorization.
    function cashOut(
        address beneficiary,
        bytes32 machine,
        uint256 cumulative,
        bytes calldata signature,
        address relayer,
        uint256 maxFee,
        uint256 deadline,
        bytes calldata authorization,
        uint256 fee,
        address feeTo
    ) external returns (uint256 payout, uint256 bounced) {
        // Through the factory, it vouches for who asked it.
        address submitter = msg.sender == factory ? feeTo : msg.sender;
        if (relayer != address(0) && relayer != submitter) revert WrongRelayer();
        if (block.timestamp > deadline) revert CashOutExpired();
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(CASHOUT_TYPEHASH, address(this), machine, cumulative, relayer, maxFee, deadline))
        );
        if (ECDSA.recover(digest, authorization) != beneficiary) revert BadSignature();
        uint256 due = cumulative - Math.min(cumulative, _channels[beneficiary][machine].paid);
        (payout, bounced) = _take(beneficiary, machine, cumulative, signature);
        uint256 allowed = Math.min(payout, Math.mulDiv(maxFee - cashOutFee[digest], payout, due));
        if (fee > allowed) revert FeeTooHigh(allowed);
        cashOutFee[digest] += fee;
        emit Cashed(beneficiary, machine, cumulative, payout, bounced, fee);
        _pay(beneficiary, payout - fee);
        _pay(submitter, fee);
    }

    /// A token that takes more than is sent must not take it from what is reserved for others.
    function _pay(address to, uint256 amount) private {
        if (amount == 0) return;
        uint256 before = token.balanceOf(address(this));
        token.safeTransfer(to, amount);
        uint256 left = token.balanceOf(address(this));
        if (left < reserved && left + amount < before) revert TokenTakesFee();
    }

    function _take(address beneficiary, bytes32 machine, uint256 cumulative, bytes calldata signature)
        private
        returns (uint256 payout, uint256 bounced)
    {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(VOUCHER_TYPEHASH, beneficiary, machine, cumulative)));
        if (ECDSA.recover(digest, signature) != issuer) revert BadSignature();
        Channel storage channel = _channels[beneficiary][machine];
        if (cumulative <= channel.paid) revert Stale(channel.paid);
        uint256 due = cumulative - channel.paid;
        uint256 own = Math.min(Math.min(due, channel.reserve), token.balanceOf(address(this)));
        payout = own + Math.min(due - own, free());
        bounced = due - payout;
        channel.paid += payout;
        channel.bounced = bounced;
        channel.reserve -= own;
        reserved -= own;
        if (channel.announced > channel.reserve) channel.announced = channel.reserve;
        if (channel.announced == 0) channel.decreaseAt = 0;
    }
}
