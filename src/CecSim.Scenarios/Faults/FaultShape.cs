using CecSim.Scenarios.Shapes;
using CecSim.Scenarios.Yaml;
using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Scenarios.Faults;

/// <summary>One of the <c>faults</c> of a scenario: where, when, what.</summary>
internal static class FaultShape
{
    private static readonly NumberShape<int> Count = new("a request count", 1, 1_000_000);

    private static readonly ChoiceShape<CecOperation> Operation =
        new("an operation", [.. CecOperations.All.Select(o => (o.Word(), o))]);

    private static readonly FormsShape<FaultWhen> When =
        new FormsShape<FaultWhen>("a choice of requests")
            .Key("nth", "only the request of that number.", Count, n => new FaultWhen.Nth(n))
            .Key("every", "each request whose number is a multiple.", Count, n => new FaultWhen.Every(n))
            .Key("first", "so many requests, then no more.", Count, n => new FaultWhen.First(n));

    // Where and what are required, so the start's own never survive.
    public static readonly MapShape<FaultRule> Rule =
        new MapShape<FaultRule>(new FaultRule(default, new FaultWhen.Always(), new Delay(TimeSpan.Zero)))
            .Required("at", "the operation whose requests it strikes.", Operation, (f, at) => f with { At = at })
            .Optional("when", "which requests; all when absent.", When, (f, when) => f with { When = when })
            .Required("inject", "what goes wrong.", InjectShape.Fault, (f, inject) => f with { Inject = inject })
            .Rule(ATokenExpiresWhereItIsCarried);

    private static void ATokenExpiresWhereItIsCarried(FaultRule fault, Node.Map map, Reading reading)
    {
        (string Token, Func<CecOperation, bool> IsCarriedBy)? expires = fault.Inject switch
        {
            AccessTokenExpired => ("access token", CecOperations.CarriesAccessToken),
            MessagingTokenExpired => ("ccmessaging token", CecOperations.CarriesMessagingToken),
            _ => null,
        };
        if (expires is not var (token, isCarriedBy) || isCarriedBy(fault.At) || map.Find("at") is not { } at)
        {
            return;
        }

        reading.Complain(
            at.Value.At,
            $"'{fault.At.Word()}' carries no {token} that could expire",
            string.Join(", ", CecOperations.All.Where(isCarriedBy).Select(o => o.Word())));
    }
}
