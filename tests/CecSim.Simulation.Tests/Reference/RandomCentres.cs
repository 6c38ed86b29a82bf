namespace CecSim.Simulation.Tests.Reference;

/// <param name="Kind">0 to 9, see <see cref="CentreRun"/>.</param>
public sealed record CentreMove(int Tenant, int Kind, int Who, int Milliseconds);

/// <summary>Random small contact centres of two queues and a few agents, and what happens to them.</summary>
internal static class RandomCentres
{
    public const int UsersCount = 6;
    public const int AgentsMax = 4;

    private static readonly Gen<Overflow> Overflows = Gen.Frequency(
        (3, Gen.Constant<Overflow>(new Overflow.Release())),
        (2, Gen.Elements<Overflow>(new Overflow.Transfer("one"), new Overflow.Transfer("two"))),
        (1, Gen.Constant<Overflow>(new Overflow.TransferToIvr("bye"))));

    // At once is a time too, and one that a uniform choice would hardly ever make.
    private static readonly Gen<TimeSpan> Times = Gen
        .Frequency((1, Gen.Constant(0)), (9, Gen.Choose(0, 40_000)))
        .Select(ms => TimeSpan.FromMilliseconds(ms));

    private static readonly Gen<AgentBehavior> Conducts =
        from answers in Times
        from talks in Gen.Frequency((3, Times.Select(t => (TimeSpan?)t)), (1, Gen.Constant((TimeSpan?)null)))
        from habit in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements("declines", "ignores", "hangsUp")))
        from transfers in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("one", "two")))
        select new AgentBehavior
        {
            AnswersAfter = answers,
            TalksFor = talks is { } t ? (DurationRange)t : null,
            Declines = habit == "declines" ? 1 : 0,
            Ignores = habit == "ignores" ? 1 : 0,
            HangsUp = habit == "hangsUp" ? 1 : 0,
            // Who hands a call on at once, and gets it back at once, would do so for ever: the space fails then.
            TransfersTo = talks == TimeSpan.Zero ? null : transfers,
        };

    private static readonly Gen<AgentSkill[]> Skills =
        from weights in Gen.Choose(1, 3).ArrayOf(4)
        from which in Gen.Choose(0, 2)
        select which switch
        {
            0 => (AgentSkill[])[new("one", weights[0], weights[1])],
            1 => [new("two", weights[2], weights[3])],
            _ => [new("one", weights[0], weights[1]), new("two", weights[2], weights[3])],
        };

    private static readonly Gen<SpaceSettings> Centres =
        from one in Queue("one")
        from two in Queue("two")
        from count in Gen.Choose(0, AgentsMax)
        from conducts in Conducts.ArrayOf(count)
        from skills in Skills.ArrayOf(count)
        select new SpaceSettings
        {
            Queues = [one, two],
            Agents =
            [
                .. conducts.Select((c, i) => new AgentSettings { WorkNo = 101 + i, Conduct = c, Skills = skills[i] }),
            ],
        };

    private static readonly Gen<CentreMove> Moves =
        from tenant in Gen.Choose(0, 1)
        from kind in Gen.Choose(0, 9)
        from who in Gen.Choose(0, UsersCount - 1)
        from milliseconds in Gen.Choose(1, 30_000)
        select new CentreMove(tenant, kind, who, milliseconds);

    public static Arbitrary<(SpaceSettings[] Tenants, CentreMove[] Moves)> Any { get; } = (
        from tenants in Centres.ArrayOf(2)
        from length in Gen.Choose(10, 300)
        from moves in Moves.ArrayOf(length)
        select (tenants, moves)).ToArbitrary();

    private static Gen<QueueSettings> Queue(string name) =>
        from wait in Gen.Choose(1_000, 60_000)
        from wrapUp in Gen.Elements(0, 1_500, 5_000)
        from maxCalls in Gen.Choose(1, 4)
        from overflows in Overflows.ArrayOf(3)
        select new QueueSettings
        {
            Name = name,
            Type = QueueType.VoiceClickToDial,
            MaxWaitingTime = TimeSpan.FromMilliseconds(wait),
            WrapUp = TimeSpan.FromMilliseconds(wrapUp),
            MaxCalls = maxCalls,
            OnTimeout = overflows[0],
            OnBusy = overflows[1],
            OnNoAgents = overflows[2],
        };
}
