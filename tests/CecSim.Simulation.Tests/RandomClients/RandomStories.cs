namespace CecSim.Simulation.Tests.RandomClients;

/// <summary>Random scripts, faults and moves.</summary>
internal static class RandomStories
{
    private static readonly Gen<FaultWhen> Whens = Gen.Choose(2, 6).SelectMany(n => Gen.Elements(
        FaultWhen.Always,
        new FaultWhen { Nth = n },
        new FaultWhen { Every = n },
        new FaultWhen { First = n },
        new FaultWhen { Probability = n / 8.0 },
        new FaultWhen { After = TimeSpan.FromSeconds(n), For = TimeSpan.FromMinutes(n) }));

    // Not for the one whose event tells how many there were.
    private static readonly FaultMatch NotTheLast = new(UserId: "u?");

    private static readonly Gen<FaultRule> RequestFaults =
        from at in Gen.Elements(
            CecOperation.CreateClickToCall, CecOperation.GetClickToCallEvents, CecOperation.DropClickToCall)
        from fault in Gen.Elements<Fault>(
            new AccessTokenExpired(),
            new AccessTokenRevoked(),
            new MessagingTokenExpired(),
            new StatusAnswer(503),
            new ConnectionReset())
        from when in Whens
        select new FaultRule(at, when, fault) { Match = NotTheLast };

    private static readonly Gen<FaultRule> EventFaults =
        from fault in Gen.Elements<Fault>(
            new DuplicateEvent(),
            new DropEvent(),
            new ReorderEvents(),
            new LateEvent(TimeSpan.FromSeconds(3)),
            new DropConnectionAfterTakingEvent())
        from when in Whens
        select new FaultRule(CecOperation.GetClickToCallEvents, when, fault) { Match = NotTheLast };

    private static readonly Gen<Move> Moves =
        from kind in Gen.Frequency(
            (2, Gen.Constant(MoveKind.Create)),
            (6, Gen.Constant(MoveKind.Poll)),
            (5, Gen.Constant(MoveKind.WriteAnswer)),
            (2, Gen.Constant(MoveKind.HangUp)),
            (1, Gen.Constant(MoveKind.Drop)),
            (4, Gen.Constant(MoveKind.Advance)),
            (1, Gen.Constant(MoveKind.RenewAccessToken)),
            (1, Gen.Constant(MoveKind.RenewMessagingToken)),
            (1, Gen.Constant(MoveKind.Chat)),
            (1, Gen.Constant(MoveKind.Raise)))
        from user in Gen.Choose(0, 2)
        from amount in Gen.Choose(0, 11)
        select new Move(kind, user, amount);

    public static Arbitrary<(SpaceSettings Settings, Move[] Moves)> Any { get; } = (
        from script in RandomScripts.Any(6)
        from onDrop in RandomScripts.Any(3)
        from named in RandomScripts.Any(3)
        from handlers in RandomScripts.Handlers
        from every in Gen.Choose(1, 3)
        from requestFaults in RequestFaults.ArrayOf(2)
        from eventFaultCount in Gen.Choose(0, 3)
        from eventFaults in EventFaults.ArrayOf(eventFaultCount)
        from seed in Gen.Choose(1, int.MaxValue)
        from length in Gen.Choose(10, 200)
        from moves in Moves.ArrayOf(length)
        select (
            new SpaceSettings
            {
                Seed = (ulong)seed,
                Calls =
                [
                    new CallRule { Match = new CallMatch(UserId: RandomRun.LastUserId) },
                    new CallRule
                    {
                        Match = new CallMatch { Every = every },
                        Script = script,
                        OnDrop = onDrop,
                        On = handlers,
                    },
                ],
                Scripts = new Dictionary<string, Script> { [RandomScripts.Named] = named.WithoutRuns() },
                Faults = [.. requestFaults, .. eventFaults],
            },
            SignedIn(moves))).ToArbitrary();

    // Every client starts with its tokens, or most runs would be nothing but refusals.
    private static Move[] SignedIn(Move[] moves) =>
    [
        .. Enumerable.Range(0, 3).SelectMany(u => (Move[])
            [new(MoveKind.RenewAccessToken, u, 0), new(MoveKind.RenewMessagingToken, u, 0)]),
        .. moves,
    ];
}
