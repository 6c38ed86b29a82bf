using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// The full side of ICE, as a browser plays it: it checks the candidates of the answer, nominates the first that
/// answers (RFC 8445 section 8.1.1), and asks for consent to go on (RFC 7675).
/// </summary>
internal sealed class ControllingAgent(IPacketPort port, TimeSpan consentLife, RtcInputs inputs)
    : IceAgent(consentLife, inputs)
{
    /// <summary>More than an answer names with good reason; what goes beyond is not checked.</summary>
    public const int CandidatesMax = 16;

    /// <summary>Unanswered requests for consent; they are fewer before consent has ended.</summary>
    private const int ChecksMax = 32;
    private const int DoublingsMax = 3;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    // RFC 7675 section 5.1: every five seconds, from 0.8 to 1.2 of that so that calls do not fall into step.
    private static readonly (uint Min, uint Max) ConsentEveryMs = (4_000, 6_000);

    private readonly List<OutgoingCheck> _checks = [];
    private readonly byte[] _tieBreaker = inputs.Random.Bytes(8);
    private readonly byte[] _buffer = new byte[OutgoingCheck.LengthMax];
    private IceCredentials? _remote;
    private TimeSpan _nextConsent;
    private long _consentAskedAt;

    /// <summary>The STUN error that a check was last refused with; 0 for none.</summary>
    public int RefusedWith { get; private set; }

    public void Begin(IceCredentials remote, IEnumerable<IPEndPoint> candidates)
    {
        _remote = remote;
        foreach (var candidate in candidates.Take(CandidatesMax))
        {
            Add(candidate, nominates: false);
        }
    }

    public override bool Accepts(SocketAddress from) => Remote?.Equals(from) == true;

    public override void TakeAnswer(in StunMessage answer, SocketAddress from)
    {
        OutgoingCheck? check = null;
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

    /// <summary>Which pair is used is this side's to say, whatever the other checks.</summary>
    protected override void Checked(
        in StunMessage check, IceCredentials own, SocketAddress from, IPEndPoint fromEndPoint, IPacketPort port)
    {
    }

    protected override void SendDue()
    {
        if (State == IceState.Connected && Inputs.Clock.GetElapsedTime(_consentAskedAt) >= _nextConsent)
        {
            PlanConsent();
            Add(RemoteEndPoint!, nominates: false);
        }
        else if (State == IceState.Waiting)
        {
            foreach (var check in _checks.Where(c => Inputs.Clock.GetElapsedTime(c.SentAt) >= WaitAfter(c)))
            {
                check.Repeats++;
                Send(check);
            }
        }
    }

    private static TimeSpan WaitAfter(OutgoingCheck check) => FirstWait * (1 << Math.Min(check.Repeats, DoublingsMax));

    private void Succeed(OutgoingCheck check)
    {
        _checks.Clear();
        if (State == IceState.Connected || check.Nominates)
        {
            Use(check.Address, check.Target, port);
            ConsentIsGiven();
            PlanConsent();
        }
        else
        {
            Add(check.Target, nominates: true);
        }
    }

    private void PlanConsent()
    {
        _consentAskedAt = Inputs.Clock.GetTimestamp();
        _nextConsent = TimeSpan.FromMilliseconds(
            ConsentEveryMs.Min + (Inputs.Random.Number() % (ConsentEveryMs.Max - ConsentEveryMs.Min)));
    }

    private void Add(IPEndPoint target, bool nominates)
    {
        if (_checks.Count < ChecksMax)
        {
            var check = new OutgoingCheck(target, nominates, Inputs.Random);
            _checks.Add(check);
            Send(check);
        }
    }

    private void Send(OutgoingCheck check)
    {
        check.SentAt = Inputs.Clock.GetTimestamp();
        port.Send(check.Write(_buffer, Credentials, _remote!, _tieBreaker), check.Address);
    }
}
