namespace CecSim.Simulation.Tests.RandomClients;

/// <summary>Random steps of all kinds, steps within steps among them.</summary>
internal static class RandomScripts
{
    /// <summary>The one script that others can run.</summary>
    public const string Named = "named";

    private static readonly Gen<TimeSpan> Times = Gen.Choose(1, 4_000).Select(ms => TimeSpan.FromMilliseconds(ms));

    private static readonly Gen<WaitTime> Waits = Gen.OneOf(
        Times.Select(time => (WaitTime)time),
        from min in Gen.Choose(0, 1_000)
        from max in Times
        select (WaitTime)new WaitTime.Uniform(new(TimeSpan.FromMilliseconds(min), TimeSpan.FromSeconds(1) + max)),
        from mean in Times
        from deviation in Times
        select (WaitTime)new WaitTime.Normal(mean, deviation, TimeSpan.FromSeconds(5)));

    private static readonly Gen<CallAction> Actions = Gen.Elements<CallAction>(
        new CallAction.Poll(),
        new CallAction.Drop(),
        new CallAction.Chat(),
        new CallAction.Chat("*refund*"),
        new CallAction.MediaConnected(),
        new CallAction.Hold(),
        new CallAction.Dtmf("12"));

    private static readonly Gen<ScriptStep> Leaves = Gen.Frequency(
        (6, Waits.Select(wait => (ScriptStep)new ScriptStep.Wait(wait))),
        (4, Gen.Constant<ScriptStep>(new ScriptStep.Queued())),
        (4, Gen.Constant<ScriptStep>(new ScriptStep.Connected())),
        (2, Gen.Constant<ScriptStep>(new ScriptStep.Transferred())),
        (2, Gen.Constant<ScriptStep>(new ScriptStep.Released())),
        (2, Gen.Constant<ScriptStep>(new ScriptStep.Failed(Cause.Failed))),
        (2, Gen.Elements(false, true).Select(final => (ScriptStep)new ScriptStep.Unknown(168199, final))),
        (1, Gen.Constant<ScriptStep>(new ScriptStep.Silent())),
        (2, Gen.Constant<ScriptStep>(new ScriptStep.Run(Named))));

    public static Gen<CallHandler[]> Handlers { get; } = (
        from action in Actions
        from steps in Any(2)
        from nth in Gen.Elements<int?>(null, 2)
        select new CallHandler(action, steps, nth)).ArrayOf(2);

    public static Gen<Script> Any(int length) => Steps(depth: 2).ArrayOf(length).Select(steps => new Script(steps));

    /// <summary>What is run by its name must not run itself.</summary>
    public static Script WithoutRuns(this Script script) => new([.. script.Steps.Select(WithoutRuns)]);

    private static Gen<ScriptStep> Steps(int depth) => depth == 0 ? Leaves : Gen.Frequency(
        (9, Leaves),
        (1, from times in Gen.Choose(1, 4)
            from steps in Lists(depth)
            select (ScriptStep)new ScriptStep.Repeat(times, steps)),
        (1, from first in Lists(depth)
            from second in Lists(depth)
            from weight in Gen.Choose(1, 3)
            select (ScriptStep)new ScriptStep.Choose([new(weight, first), new(1, second)])),
        (2, from action in Actions
            from within in Times
            from isForEver in Gen.Elements(false, true)
            from otherwise in Lists(depth)
            select (ScriptStep)new ScriptStep.Await(action, isForEver ? null : within, isForEver ? null : otherwise)));

    private static Gen<Script> Lists(int depth) =>
        Steps(depth - 1).ArrayOf(2).Select(steps => new Script(steps));

    private static ScriptStep WithoutRuns(ScriptStep step) => step switch
    {
        ScriptStep.Run => new ScriptStep.Queued(),
        ScriptStep.Repeat repeat => repeat with { Steps = repeat.Steps.WithoutRuns() },
        ScriptStep.Choose choose => new ScriptStep.Choose(
            [.. choose.Branches.Select(b => b with { Steps = b.Steps.WithoutRuns() })]),
        ScriptStep.Await await => await with { Otherwise = await.Otherwise?.WithoutRuns() },
        _ => step,
    };
}
