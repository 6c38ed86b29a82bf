using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Tests.Ivr;

/// <param name="Key">Null to let time pass.</param>
public sealed record IvrMove(char? Key, TimeSpan Wait);

/// <param name="Flows">By name; "main" is the first.</param>
public sealed record IvrStory(IReadOnlyDictionary<string, IvrFlow> Flows, IReadOnlyList<IvrMove> Moves);

/// <summary>Small random flows, and what their caller does.</summary>
internal static class RandomFlows
{
    /// <summary>More than any of them has, each question asked as often as it may be.</summary>
    public const int StepsMax = 5_000;

    private static readonly Gen<Sound> Sounds = Gen.Elements<Sound>(
        new Sound.Speech("welcome"), new Sound.Speech("please wait"), new Sound.Recording("a.wav", TimeSpan.Zero));

    private static readonly Gen<IvrStep> Leaves = Gen.Elements<IvrStep>(
        new IvrStep.Leave(new IvrExit.ToFlow("main")),
        new IvrStep.Leave(new IvrExit.ToFlow("other")),
        new IvrStep.Leave(new IvrExit.Enqueue("voice")),
        new IvrStep.Leave(new IvrExit.HangUp()));

    private static readonly Gen<IvrMove> Moves = Gen.Frequency(
        (3, Gen.Elements('1', '2', '9', '#', '*').Select(key => new IvrMove(key, default))),
        (2, Gen.Choose(0, 8_000).Select(ms => new IvrMove(null, TimeSpan.FromMilliseconds(ms)))));

    public static readonly Gen<IvrStory> Calls =
        from main in StepsOf(depth: 2)
        from other in StepsOf(depth: 2)
        from moves in Moves.ListOf(30)
        select new IvrStory(
            new Dictionary<string, IvrFlow> { ["main"] = new("main", main), ["other"] = new("other", other) },
            [.. moves]);

    /// <summary>The same without what leads to a flow.</summary>
    public static IReadOnlyDictionary<string, IvrFlow> WithoutReturn(IReadOnlyDictionary<string, IvrFlow> flows) =>
        flows.ToDictionary(f => f.Key, f => f.Value with { Steps = WithoutReturn(f.Value.Steps) });

    private static IReadOnlyList<IvrStep> WithoutReturn(IReadOnlyList<IvrStep> steps) =>
    [
        .. steps.Where(s => s is not IvrStep.Leave { Exit: IvrExit.ToFlow }).Select(s => s is IvrStep.Gather gather
            ? gather with
            {
                On = [.. gather.On.Select(b => b with { Steps = WithoutReturn(b.Steps) })],
                Otherwise = WithoutReturn(gather.Otherwise),
            }
            : s),
    ];

    private static Gen<IReadOnlyList<IvrStep>> StepsOf(int depth) =>
        from count in Gen.Choose(1, 3)
        from steps in StepOf(depth).ListOf(count)
        select (IReadOnlyList<IvrStep>)[.. steps];

    private static Gen<IvrStep> StepOf(int depth) => depth == 0
        ? Gen.OneOf(Leaves, Sounds.Select(s => (IvrStep)new IvrStep.Play(s)))
        : Gen.Frequency(
            (3, Sounds.Select(s => (IvrStep)new IvrStep.Play(s))),
            (3, GatherOf(depth)),
            (1, Leaves));

    private static Gen<IvrStep> GatherOf(int depth) =>
        from prompt in Sounds
        from max in Gen.Choose(1, 3)
        from tries in Gen.Choose(1, 3)
        from one in StepsOf(depth - 1)
        from two in StepsOf(depth - 1)
        from otherwise in StepsOf(depth - 1)
        select (IvrStep)new IvrStep.Gather
        {
            Prompt = [prompt],
            MaxDigits = max,
            Tries = tries,
            On = [new IvrBranch("1", one), new IvrBranch("2?", two)],
            Otherwise = otherwise,
        };
}
