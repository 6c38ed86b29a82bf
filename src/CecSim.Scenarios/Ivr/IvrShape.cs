using CecSim.Simulation.Ivr;

namespace CecSim.Scenarios.Ivr;

/// <summary>The <c>ivr</c> of a scenario: flows by name.</summary>
internal static class IvrShape
{
    private const int FlowsMax = 1_000;
    private const int StepsMax = 1_000;

    private static readonly RefShape<IReadOnlyList<IvrStep>> Steps = new("flow", () => List!);

    private static readonly TextShape Digits = new("keys", 1, IvrStep.Gather.DigitsMax)
    {
        Pattern = IvrKeys.Answer(),
        Characters = "of 0-9, *, #, A-D, or ? for any key",
    };

    private static readonly ObjectShape<IvrStep.Gather> Gather =
        new ObjectShape<IvrStep.Gather>(new IvrStep.Gather())
            .Optional(
                "prompt",
                "what is heard before, and again with each try; a key ends it.",
                new ListShape<Sound>("sounds", SoundShape.Any("a sound"), 0, 100),
                (g, prompt) => g with { Prompt = prompt })
            .Optional(
                "maxDigits",
                "so many keys are an answer.",
                new NumberShape<int>("a number of keys", 1, IvrStep.Gather.DigitsMax),
                (g, max) => g with { MaxDigits = max },
                g => g.MaxDigits)
            .Optional(
                "terminator",
                "the key that ends an answer and is no part of it; none for none.",
                new ChoiceShape<char?>("a key", [("#", '#'), ("*", '*'), ("none", null)]),
                (g, key) => g with { Terminator = key })
            .Optional(
                "firstDigitWithin",
                "how soon after the prompt the first key must come.",
                DurationShape.UpToADay("a time to begin"),
                (g, time) => g with { FirstDigitWithin = time },
                g => g.FirstDigitWithin)
            .Optional(
                "nextDigitWithin",
                "how soon the next one must come; without it the answer is what came.",
                DurationShape.UpToADay("a time to go on"),
                (g, time) => g with { NextDigitWithin = time },
                g => g.NextDigitWithin)
            .Optional(
                "tries",
                "how often it asks.",
                new NumberShape<int>("a number of tries", 1, 100),
                (g, tries) => g with { Tries = tries },
                g => g.Tries)
            .Optional(
                "on",
                "what follows which keys; the first that covers them. Absent, any answer goes on behind the question.",
                new NamesShape<IReadOnlyList<IvrStep>>("branches by keys", Digits, Steps, 1, 100),
                (g, on) => g with { On = [.. on.Select(b => new IvrBranch(b.Key, b.Value))] })
            .Optional(
                "otherwise",
                "what follows when no try has brought an answer.",
                Steps,
                (g, steps) => g with { Otherwise = steps })
            .Rule(IvrKeys.Complain);

    private static readonly Shape<IvrStep> Step =
        new UnionShape<IvrStep>("a step of a flow")
            .Key("say", "a sentence to its end.", SoundShape.Speech, sound => new IvrStep.Play(sound))
            .Key("play", "a WAV or Ogg Opus file to its end.", SoundShape.Recording, sound => new IvrStep.Play(sound))
            .Key("gather", "a question that is answered by keys.", Gather, gather => gather)
            .Key(
                "queue",
                "the caller waits for an agent; the flow ends.",
                QueueShape.Reference(QueueKinds.ForCalls),
                queue => new IvrStep.Leave(new IvrExit.Enqueue(queue)))
            .Key(
                "transferToIvr",
                "another flow from its beginning, or this one again.",
                IvrNames.Reference,
                flow => new IvrStep.Leave(new IvrExit.ToFlow(flow)))
            .Key(
                "transferToNumber",
                "a number that is called; outbound of the scenario says who answers.",
                new TextShape("a number", 1, 24) { Pattern = IvrKeys.Number(), Characters = "of 0-9, +, * and #" },
                number => new IvrStep.Leave(new IvrExit.ToNumber(number)))
            .Word("hangUp", "the call ends.", new IvrStep.Leave(new IvrExit.HangUp()))
            .Then(IvrPlaces.Enter);

    /// <summary>A flow, or steps within a step of it.</summary>
    public static readonly Shape<IReadOnlyList<IvrStep>> List =
        new ListShape<IvrStep>("steps", Step, 1, StepsMax) { Rule = IvrReach.Complain };

    public static readonly Shape<IReadOnlyDictionary<string, IvrFlow>> Flows =
        new NamesShape<IReadOnlyList<IvrStep>>("IVR flows by name", IvrNames.Own, List, 0, FlowsMax)
            .To(flows => (IReadOnlyDictionary<string, IvrFlow>)flows
                .DistinctBy(f => f.Key)
                .ToDictionary(f => f.Key, f => new IvrFlow(f.Key, f.Value)));
}
