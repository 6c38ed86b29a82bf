namespace CecSim.Scenarios.Contracts;

/// <summary>What a contract file looks like.</summary>
internal static class ContractShape
{
    private const int TimesMax = 100_000;

    private static readonly NumberShape<int> Times = new("a number of times", 0, TimesMax);

    private static readonly ChoiceShape<CecOperation> Operation =
        new("an operation", [.. VendorOperations.All.Select(o => (o.Word, o.Id))]);

    // Protocol section 5.3.
    private static readonly ChoiceShape<ContractEvent> Event = new("an event",
    [
        .. new (string Word, int? Id)[]
        {
            ("queued", 168102), ("connected", 168101), ("transferred", 168106), ("released", 168110),
            ("queueTimeout", 168103), ("failed", 168105), ("none", null),
        }.Select(e => (e.Word, new ContractEvent(e.Word, e.Id))),
    ]);

    private static readonly ObjectShape<ContractStep> Step =
        new ObjectShape<ContractStep>(new ContractStep(default))
            .Required("request", "what the client asks.", Operation, (s, request) => s with { Request = request })
            .Optional("event", "the event that the poll brings.", Event, (s, item) => s with { Event = item })
            .Optional(
                "status",
                "the HTTP status that the client sees.",
                new NumberShape<int>("an HTTP status", 100, 599),
                (s, status) => s with { Status = status },
                s => s.Status)
            .Optional(
                "resultCode",
                "the result code that the client sees; success when absent.",
                new TextShape("a result code", 1, 20),
                (s, code) => s with { ResultCode = code })
            .Optional(
                "atLeast", "how often at least, in a row.", Times, (s, n) => s with { AtLeast = n }, s => s.AtLeast)
            .Optional("atMost", "how often at most, in a row.", Times, (s, n) => s with { AtMost = n }, s => s.AtMost)
            .Optional(
                "given",
                "the provider states of its Pact interaction.",
                new ListShape<string>("provider states", new TextShape("a provider state", 1, 100), 1, 10),
                (s, given) => s with { Given = given })
            .Rule(OnlyPollsBringEvents)
            .Rule(TheLeastIsNotMoreThanTheMost);

    public static readonly ObjectShape<SequenceContract> Whole =
        new ObjectShape<SequenceContract>(new SequenceContract("", "", "", []))
            .Required(
                "name",
                "what the contract is called.",
                ScenarioShape.NameOf("a contract name"),
                (c, name) => c with { Name = name })
            .Optional(
                "about",
                "one sentence that says what happens.",
                new TextShape("a sentence", 1, 300),
                (c, about) => c with { About = about })
            .Required(
                "steps",
                "the answered requests that have to come, in their order.",
                new ListShape<ContractStep>("steps", Step, 1, 1_000),
                (c, steps) => c with { Steps = steps });

    private static void OnlyPollsBringEvents(ContractStep step, Node.Map map, ParseContext context)
    {
        if (step.Event is not null && step.Request != CecOperation.GetClickToCallEvents)
        {
            context.Report(
                map.PlaceOf("event"),
                $"'{step.Request.Word()}' brings no events",
                CecOperation.GetClickToCallEvents.Word());
        }
    }

    private static void TheLeastIsNotMoreThanTheMost(ContractStep step, Node.Map map, ParseContext context)
    {
        if (step.AtLeast > step.AtMost)
        {
            var key = map.Find("atLeast") is null ? "atMost" : "atLeast";
            context.Report(map.PlaceOf(key), $"at least {step.AtLeast} is more than at most {step.AtMost}");
        }
    }
}
