using System.Text.RegularExpressions;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Faults;
using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>What faults make of an INVITE and its call.</summary>
internal sealed partial class InvitePlan : IInviteTarget
{
    private TimeSpan? _hangsUpAfter;
    private TimeSpan? _dropsAfter;
    private bool _answersWithWrongCodec;

    public InviteDecision.Refuse? Refusal { get; private set; }

    public bool IsPaused { get; private set; }

    public bool Rings { get; private set; }

    public MediaImpairments? Trouble { get; private set; }

    /// <summary>How late the phone's ringing is told, in space time; null for at once.</summary>
    public TimeSpan? RingsAfter { get; private set; }

    public bool IsRegistrationLost { get; private set; }

    public bool HasEarlyMedia { get; private set; }

    public static InvitePlan Of(IEnumerable<TriggeredInviteFault> strikes)
    {
        var plan = new InvitePlan();
        foreach (var (fault, random) in strikes)
        {
            fault.Strike(plan, random);
        }

        return plan;
    }

    /// <summary>The media have been joined to their call: what is to end them comes at its time.</summary>
    public void Begin(Space space, string accessCode, IMediaLeg leg)
    {
        if (_hangsUpAfter is { } untilBye)
        {
            space.Media.FailAfter(untilBye, accessCode, leg);
        }

        if (_dropsAfter is { } untilDrop)
        {
            space.Media.DropAfter(untilDrop, accessCode, leg);
        }
    }

    /// <summary>The answer of a phone as it is to be taken.</summary>
    public string AnswerOf(string sdp) => _answersWithWrongCodec ? AudioFormats().Replace(sdp, "$1 18") : sdp;

    public void Refuse(int status, string? reason) => Refusal ??= new InviteDecision.Refuse(status, reason)
    {
        Why = "A fault refuses it: sipStatus",
        IsOnPurpose = true,
    };

    public void Pause() => IsPaused = true;

    public void LetItRing() => Rings = true;

    public void IgnoreChecks() => Trouble = Troubled with { IgnoresChecks = true };

    public void RefuseHandshake() => Trouble = Troubled with { RefusesHandshake = true };

    public void SendNoAudio() => Trouble = Troubled with { SendsNoAudio = true };

    public void LosePackets(double share, SeededRandom random) => Trouble = Drawing(random) with { LossShare = share };

    public void DelayPackets(TimeSpan max, SeededRandom random) => Trouble = Drawing(random) with { DelayMax = max };

    public void HangUpAfter(TimeSpan wait) => _hangsUpAfter ??= wait;

    public void DropConnectionAfter(TimeSpan wait) => _dropsAfter ??= wait;

    public void RingLate(TimeSpan wait) => RingsAfter ??= wait;

    public void SendEarlyMedia() => HasEarlyMedia = true;

    public void AnswerWithWrongCodec() => _answersWithWrongCodec = true;

    public void LoseRegistrations()
    {
        IsRegistrationLost = true;
        Refusal ??= new InviteDecision.Refuse(480);
    }

    private MediaImpairments Troubled => Trouble ?? new MediaImpairments();

    // One source each way: what comes from the client must not change what becomes of that which goes to it.
    private MediaImpairments Drawing(SeededRandom random) => Troubled with
    {
        DrawIn = random.Fork("in").Fraction,
        DrawOut = random.Fork("out").Fraction,
    };

    // 18 is G.729 (RFC 3551, table 4), which the gateway has not and never offers.
    [GeneratedRegex(@"^(m=audio \d+ \S+)[^\r\n]*", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex AudioFormats();
}
