namespace CecSim.Scenarios.Calls;

/// <summary>What an event of a script says in place of its own words.</summary>
internal static class EventShape
{
    private static readonly TextShape Value = new("a text", 0, 300);

    private static readonly NumberShape<int> CauseId =
        new("a cause code", Cause.Unstated, int.MaxValue);

    /// <summary>An event without content of its own.</summary>
    public static readonly ObjectShape<EventDraft> Plain = Worded(new ObjectShape<EventDraft>(new EventDraft()));

    /// <summary>168101.</summary>
    public static readonly ObjectShape<EventDraft> Connected = Worded(
        new ObjectShape<EventDraft>(new EventDraft())
            .Optional("domain", "the gateway's domain.", Value, (e, text) => e.WithText("domain", text))
            .Optional(
                "gwAddresses",
                "the gateway's addresses.",
                new ListShape<string>("addresses", Value, 0, 100),
                (e, texts) => e.WithTexts("gwAddresses", texts))
            .Optional("accessCode", "the number to call.", Value, (e, text) => e.WithText("accessCode", text))
            .Optional(
                "clickToCallCaller",
                "the calling party.",
                Value,
                (e, text) => e.WithText("clickToCallCaller", text)));

    /// <summary>An event that ends the call.</summary>
    public static readonly ObjectShape<EventDraft> Final = Worded(
        new ObjectShape<EventDraft>(new EventDraft())
            .Optional(
                "causeId",
                "the cause code of the CTI platform.",
                CauseId,
                (e, id) => e with { Cause = e.Cause with { CauseId = id } })
            .Optional(
                "causeDesc",
                "the cause in words.",
                Value,
                (e, desc) => e with { Cause = e.Cause with { CauseDesc = desc } }));

    /// <summary>An event that no document knows.</summary>
    public static readonly ObjectShape<EventDraft> Unknown = Worded(
        new ObjectShape<EventDraft>(new EventDraft())
            .Required(
                "id",
                "the eventId.",
                new NumberShape<int>("an event id", int.MinValue, int.MaxValue).Then(NotADocumentedOne),
                (e, id) => e with { EventId = id })
            .Optional(
                "final",
                "whether the call ends with it.",
                ChannelShape.YesOrNo,
                (e, final) => e with { IsFinal = final },
                e => e.IsFinal));

    private static ObjectShape<EventDraft> Worded(ObjectShape<EventDraft> own) => own
        .Optional(
            "resultCode",
            "the resultCode of the answer.",
            new TextShape("a result code", 1, 32),
            (e, code) => e with { ResultCode = code })
        .Optional("resultDesc", "the resultDesc of the answer.", Value, (e, desc) => e with { ResultDesc = desc })
        .Optional(
            "content",
            "members of the content, each with any value.",
            new JsonShape("a content"),
            (e, json) => e with { Content = json })
        .Rule(NothingIsSaidTwice);

    private static int NotADocumentedOne(int id, Node node, ParseContext context)
    {
        if (id != (int)CallEventKind.Unknown && StepWords.OfEvent(id) is { } word)
        {
            context.Report(node.At, $"{id} is the step '{word}', which can say what an event of its own can");
        }

        return id;
    }

    private static void NothingIsSaidTwice(EventDraft draft, Node.Map map, ParseContext context)
    {
        var content = (map.Find("content")?.Value as Node.Map)?.Entries ?? [];
        foreach (var entry in content.Where(e => IsMember(e.Key.Text) && map.Find(e.Key.Text) is not null))
        {
            context.Report(entry.Key.At, $"'{entry.Key.Text}' stands beside 'content' too");
        }
    }

    private static bool IsMember(string key) =>
        key is "domain" or "gwAddresses" or "accessCode" or "clickToCallCaller" or "causeId" or "causeDesc";
}
