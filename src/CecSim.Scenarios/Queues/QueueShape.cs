using CecSim.Scenarios.Ivr;

namespace CecSim.Scenarios.Queues;

/// <summary>One of the <c>queues</c> of a space (Connection Bar, table 4-2).</summary>
internal static partial class QueueShape
{
    private static readonly TextShape Name = new("a queue name", 1, QueueSettings.NameCharsMax)
    {
        Pattern = WithoutSpaces(),
        Characters = "characters without spaces",
    };

    private static readonly ChoiceShape<QueueType> Type = new(
        "a queue type",
        ("voice", QueueType.Voice),
        ("multimedia", QueueType.Multimedia),
        ("video", QueueType.Video),
        ("voiceClickToDial", QueueType.VoiceClickToDial),
        ("videoClickToDial", QueueType.VideoClickToDial));

    private static readonly ChoiceShape<AnswerMode> Mode = new(
        "an answer mode",
        ("reportNoVoice", AnswerMode.ReportNoVoice),
        ("reportEmployeeId", AnswerMode.ReportEmployeeId));

    private static readonly Shape<WaitTone> Queuing = new UnionShape<WaitTone>("a tone for those who wait")
        .Word("music", "music.", new WaitTone.Music())
        .Key(
            "say",
            "a sentence, again and again.",
            SoundShape.Speech,
            sound => new WaitTone.Custom(sound))
        .Key(
            "play",
            "a WAV or Ogg Opus file, again and again.",
            SoundShape.Recording,
            sound => new WaitTone.Custom(sound))
        .Key("ivr", "an IVR flow, again and again.", IvrNames.Reference, flow => new WaitTone.Flow(flow));

    private static readonly QueueSettings Start = new() { Name = "" };

    public static readonly Shape<QueueSettings> Queue =
        new DiscriminatedShape<QueueSettings, QueueType>("type", Type, Start.Type, Of);

    public static ReferenceShape Reference(string kind) => new(kind, Name);

    private static ObjectShape<QueueSettings> Of(QueueType? type) =>
        new ObjectShape<QueueSettings>(Start)
            .Required(
                "name",
                "what the rest of the file calls it.",
                new IdShape<string>(QueueKinds.Any, Name) { KindsToo = QueueKinds.Narrower(type) },
                (q, name) => q with { Name = name })
            .Optional(
                "description",
                "what people call it, or why it is there.",
                new TextShape("a description", 1, QueueSettings.DescriptionCharsMax),
                (q, text) => q with { Description = text })
            .Optional("type", "what it handles.", Type, (q, handled) => q with { Type = handled }, q => q.Type)
            .Optional(
                "maxWaitingTime",
                "how long a contact may wait.",
                new DurationShape("a waiting time", QueueSettings.MaxWaitingTimeMin, QueueSettings.MaxWaitingTimeMax),
                (q, time) => q with { MaxWaitingTime = time },
                q => q.MaxWaitingTime)
            .Optional(
                "maxCallsInQueue",
                "how many may wait.",
                new NumberShape<int>("a number of calls", 1, QueueSettings.MaxCallsMax),
                (q, calls) => q with { MaxCalls = calls },
                q => q.MaxCalls)
            .Optional(
                "wrapUp",
                "how long an agent is busy with a call after its end.",
                new DurationShape("a wrap-up", TimeSpan.Zero, QueueSettings.WrapUpMax),
                (q, time) => q with { WrapUp = time },
                q => q.WrapUp)
            .Optional(
                "onTimeout",
                "what becomes of a contact that waited too long.",
                OverflowShape.Of(type),
                (q, overflow) => q with { OnTimeout = overflow },
                q => q.OnTimeout)
            .Optional(
                "onBusy",
                "what becomes of a contact when as many wait as may.",
                OverflowShape.Of(type),
                (q, overflow) => q with { OnBusy = overflow },
                q => q.OnBusy)
            .Optional(
                "onNoAgents",
                "what becomes of a contact when no agent is on duty.",
                OverflowShape.Of(type),
                (q, overflow) => q with { OnNoAgents = overflow },
                q => q.OnNoAgents)
            .Optional(
                "answerMode",
                "what a caller hears when an agent answers.",
                Mode,
                (q, mode) => q with { AnswerMode = mode },
                q => q.AnswerMode)
            .Optional(
                "queuing",
                "what a caller hears who waits; a flow may ask, and lead elsewhere.",
                Queuing,
                (q, tone) => q with { Queuing = tone },
                q => q.Queuing)
            .Optional(
                "keeping",
                "what a caller hears whom the agent holds; absent, music.",
                SoundShape.Any("a tone"),
                (q, tone) => q with { Keeping = tone })
            .Optional(
                "tellsPlace",
                "whether a caller who waits is told its place, and each 20 s whether it has changed.",
                ChannelShape.YesOrNo,
                (q, tells) => q with { TellsPlace = tells },
                q => q.TellsPlace)
            .Rule(LeadsElsewhere);

    private static void LeadsElsewhere(QueueSettings queue, Node.Map map, ParseContext context)
    {
        foreach (var (key, overflow) in OverflowShape.Keys(queue).Where(o => o.Overflow.LeadsTo() == queue.Name))
        {
            context.Report(OverflowShape.PlaceOf(map, key), "a queue cannot transfer to itself");
        }
    }

    [GeneratedRegex(@"^\S+$")]
    private static partial Regex WithoutSpaces();
}
