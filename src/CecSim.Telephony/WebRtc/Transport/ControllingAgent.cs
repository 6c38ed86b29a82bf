using System.Net;
using System.Security.Cryptography;
using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// The full side of ICE for one call, as a browser plays it: it checks the candidates of the answer, nominates the
/// first that answers (RFC 8445 section 8.1.1), and asks for consent to go on (RFC 7675).
/// </summary>
internal sealed class ControllingAgent(PacketOutput output, TimeSpan consentLife, TimeProvider clock)
{
    /// <summary>More than an answer names with good reason; what goes beyond is not checked.</summary>
    public const int CandidatesMax = 16;

    /// <summary>Unanswered requests for consent; they are fewer before consent has ended.</summary>
    private const int ChecksMax = 32;
    private const int DoublingsMax = 3;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    // RFC 7675 section 5.1: every five seconds, from 0.8 to 1.2 of that so that calls do not fall into step.
    private static readonly (int Min, int Max) ConsentEveryMs = (4_000, 6_000);

    private readonly List<OwnCheck> _checks = [];
    private readonly byte[] _tieBreaker = RandomNumberGenerator.GetBytes(8);
    private readonly byte[] _buffer = new byte[OwnCheck.LengthMax];
    private IceCredentials? _remote;
    private TimeSpan _nextConsent;
    private long _consentAskedAt;
    private long _consentGivenAt;

    public IceCredentials Credentials { get; } = IceCredentials.New();

    public IceState State { get; private set; } = IceState.Waiting;

    /// <summary>Where to send; null until a pair is nominated.</summary>
    public SocketAddress? Remote { get; private set; }

    public IPEndPoint? RemoteEndPoint { get; private set; }

    /// <summary>The STUN error that a check was last refused with; 0 for none.</summary>
    public int RefusedWith { get; private set; }

    public void Begin(IceCredentials remote, IEnumerable<IPEndPoint> candidates)
    {
        _remote = remote;
        foreach (var candidate in candidates.Take(CandidatesMax))
        {
            Add(new OwnCheck(candidate, nominates: false));
        }
    }

    /// <summary>The answer to a check of the other side, unless it is lite; empty for a stranger's.</summary>
    public ReadOnlySpan<byte> Answer(Span<byte> buffer, in StunMessage check, SocketAddress from)
    {
        if (ConnectivityCheck.FragmentOf(check) != Credentials.Fragment || !check.IsSignedWith(Credentials.Key))
        {
            return default;
        }

        if (!check.UnknownAttributes.IsEmpty)
        {
            return ConnectivityCheck.RefuseUnknown(buffer, check, Credentials);
        }

        return ConnectivityCheck.Answer(buffer, check, IceLiteAgent.EndPointOf(from), Credentials);
    }

    public void TakeAnswer(in StunMessage answer, SocketAddress from)
    {
        OwnCheck? check = null;
        foreach (var own in _checks)
        {
            check = own.IsAnsweredBy(answer, from) ? own : check;
        }

        if (check is null || State == IceState.ConsentLost)
        {
            return;
        }

        if (answer.Type == StunType.BindingSuccess && answer.IsSignedWith(_remote!.Key))
        {
            Succeed(check);
        }
        else if (answer.Type == StunType.BindingError)
        {
            RefusedWith = answer.ErrorCode;
            _checks.Remove(check);
        }
    }

    /// <summary>Sends what is due. True in the moment in which consent expires.</summary>
    public bool Tick()
    {
        if (State == IceState.Connected)
        {
            return AskConsent();
        }

        if (State == IceState.Waiting)
        {
            foreach (var check in _checks.Where(c => clock.GetElapsedTime(c.SentAt) >= WaitAfter(c)))
            {
                check.Repeats++;
                Send(check);
            }
        }

        return false;
    }

    private static TimeSpan WaitAfter(OwnCheck check) => FirstWait * (1 << Math.Min(check.Repeats, DoublingsMax));

    private void Succeed(OwnCheck check)
    {
        _checks.Clear();
        if (State == IceState.Connected || check.Nominates)
        {
            State = IceState.Connected;
            (Remote, RemoteEndPoint) = (check.Address, check.Target);
            _consentGivenAt = clock.GetTimestamp();
            PlanConsent();
        }
        else
        {
            Add(new OwnCheck(check.Target, nominates: true));
        }
    }

    private bool AskConsent()
    {
        if (clock.GetElapsedTime(_consentGivenAt) >= consentLife)
        {
            State = IceState.ConsentLost;
            return true;
        }

        if (clock.GetElapsedTime(_consentAskedAt) >= _nextConsent)
        {
            PlanConsent();
            Add(new OwnCheck(RemoteEndPoint!, nominates: false));
        }

        return false;
    }

    private void PlanConsent()
    {
        _consentAskedAt = clock.GetTimestamp();
        _nextConsent = TimeSpan.FromMilliseconds(
            RandomNumberGenerator.GetInt32(ConsentEveryMs.Min, ConsentEveryMs.Max));
    }

    private void Add(OwnCheck check)
    {
        if (_checks.Count < ChecksMax)
        {
            _checks.Add(check);
            Send(check);
        }
    }

    private void Send(OwnCheck check)
    {
        check.SentAt = clock.GetTimestamp();
        output(check.Write(_buffer, Credentials, _remote!, _tieBreaker), check.Address);
    }
}
