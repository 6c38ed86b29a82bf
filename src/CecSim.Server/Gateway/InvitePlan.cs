using CecSim.Simulation.Calls;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Spaces;
using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>What faults make of an INVITE and its call.</summary>
internal sealed class InvitePlan : IInviteTarget
{
    private MediaTrouble? _trouble;
    private TimeSpan? _hangsUpAfter;
    private TimeSpan? _dropsAfter;

    public InviteDecision.Refuse? Refusal { get; private set; }

    public bool Rings { get; private set; }

    public MediaWishes Wishes => new() { Trouble = _trouble };

    public static InvitePlan Of(IEnumerable<InviteStrike> strikes)
    {
        var plan = new InvitePlan();
        foreach (var (fault, draws) in strikes)
        {
            fault.Strike(plan, draws);
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

    public void Refuse(int status, string? reason) => Refusal ??= new InviteDecision.Refuse(status, reason);

    public void LetItRing() => Rings = true;

    public void IgnoreChecks() => _trouble = Trouble with { IgnoresChecks = true };

    public void RefuseHandshake() => _trouble = Trouble with { RefusesHandshake = true };

    public void SendNoAudio() => _trouble = Trouble with { SendsNoAudio = true };

    public void LosePackets(double share, Draws draws) => _trouble = Drawing(draws) with { LossShare = share };

    public void DelayPackets(TimeSpan max, Draws draws) => _trouble = Drawing(draws) with { DelayMax = max };

    public void HangUpAfter(TimeSpan wait) => _hangsUpAfter ??= wait;

    public void DropConnectionAfter(TimeSpan wait) => _dropsAfter ??= wait;

    private MediaTrouble Trouble => _trouble ?? new MediaTrouble();

    // One source each way: what comes from the client must not change what becomes of that which goes to it.
    private MediaTrouble Drawing(Draws draws) => Trouble with
    {
        DrawIn = draws.Fork("in").Fraction,
        DrawOut = draws.Fork("out").Fraction,
    };
}
