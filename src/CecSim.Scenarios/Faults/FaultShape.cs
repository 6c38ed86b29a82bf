using CecSim.Scenarios.Shapes;
using CecSim.Scenarios.Spaces;
using CecSim.Scenarios.Yaml;
using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Scenarios.Faults;

/// <summary>One of the <c>faults</c> of a scenario: where, when, what, and to whom.</summary>
internal static class FaultShape
{
    private static readonly ChoiceShape<CecOperation> Operation =
        new("an operation", [.. CecOperations.All.Select(o => (o.Word(), o))]);

    private static readonly MapShape<FaultMatch> Match =
        new MapShape<FaultMatch>(new FaultMatch())
            .Optional(
                "userId",
                "the users that this pattern with * and ? covers.",
                new TextShape("a pattern", 1, 128),
                (m, userId) => m with { UserId = userId },
                m => m.UserId)
            .Optional(
                "channel",
                "the users of one channel.",
                ChannelShape.Reference,
                (m, channel) => m with { Channel = channel },
                m => m.Channel);

    // Where and what are required, so the start's own never survive.
    public static readonly MapShape<FaultRule> Rule =
        new MapShape<FaultRule>(new FaultRule(default, FaultWhen.Always, new Hang()))
            .Required(
                "at",
                "the operation whose requests it strikes.",
                Operation,
                (f, at) => f with { At = at },
                f => f.At)
            .Optional(
                "when",
                "which requests; all when absent.",
                WhenShape.When,
                (f, when) => f with { When = when },
                f => f.When == FaultWhen.Always ? null : f.When)
            .Optional(
                "match",
                "whose requests; all when absent.",
                Match,
                (f, match) => f with { Match = match },
                f => f.Match.CoversAll ? null : f.Match)
            .Required(
                "inject",
                "what goes wrong.",
                InjectShape.Fault,
                (f, inject) => f with { Inject = inject },
                f => f.Inject)
            .Rule(ItMakesSenseThere)
            .Rule(SomeoneIsKnownThere);

    private static void ItMakesSenseThere(FaultRule fault, Node.Map map, Reading reading)
    {
        (string What, Func<CecOperation, bool> IsThere) needs = fault.Inject switch
        {
            AccessTokenExpired or AccessTokenRevoked =>
                ("carries no access token that could die", CecOperations.CarriesAccessToken),
            MessagingTokenExpired =>
                ("carries no ccmessaging token that could die", CecOperations.CarriesMessagingToken),
            EventFault => ("delivers no events", CecOperations.DeliversEvents),
            CookiesRefused or FrameLate => ("brings no connection bar", o => o is CecOperation.Ccbarclient),
            TlsError => ("is not called by CEC", o => o is CecOperation.ThirdPartyValidate),
            InviteFault => ("is no call of the gateway", static o => o == CecOperation.Invite),
            _ => ("is answered by the gateway, and not over HTTP", static o => o != CecOperation.Invite),
        };
        ComplainUnless(needs.IsThere, $"'{fault.At.Word()}' {needs.What}", fault, map.PlaceOf("at"), reading);
    }

    private static void SomeoneIsKnownThere(FaultRule fault, Node.Map map, Reading reading)
    {
        if (!fault.Match.CoversAll)
        {
            ComplainUnless(
                CecOperations.NamesUser, $"'{fault.At.Word()}' names no user", fault, map.PlaceOf("match"), reading);
        }
    }

    private static void ComplainUnless(
        Func<CecOperation, bool> isThere, string message, FaultRule fault, Place at, Reading reading)
    {
        if (!isThere(fault.At))
        {
            reading.Complain(at, message, string.Join(", ", CecOperations.All.Where(isThere).Select(o => o.Word())));
        }
    }
}
