namespace CecSim.Scenarios.Calls;

/// <summary>Something that a client does, as a script waits for it.</summary>
internal static partial class ActionShape
{
    private static readonly ObjectShape<CallAction.Chat> Chat =
        new ObjectShape<CallAction.Chat>(new CallAction.Chat())
            .Required(
                "matches",
                "a pattern with * and ? for what it writes, whatever the case.",
                new TextShape("a pattern", 1, 300),
                (c, pattern) => new CallAction.Chat(pattern));

    private static readonly TextShape Digits = new("tones", 1, 32)
    {
        Pattern = Tones(),
        Characters = "of 0-9, A-D, '*' and '#'",
    };

    /// <summary>What can happen again and again; a drop is onDrop's.</summary>
    public static readonly UnionShape<CallAction> Repeated = WithMedia(new UnionShape<CallAction>("an action"));

    public static readonly UnionShape<CallAction> Any = WithMedia(
        new UnionShape<CallAction>("an action")
            .Word("drop", "the client drops the call; onDrop is then not played.", new CallAction.Drop()));

    private static UnionShape<CallAction> WithMedia(UnionShape<CallAction> actions) => actions
        .Word("poll", "the client polls for events.", new CallAction.Poll())
        .WordOrKey("chat", "the client writes in its text session.", new CallAction.Chat(), Chat, c => c)
        .Word("mediaConnected", "the client's media reach the gateway.", new CallAction.MediaConnected())
        .WordOrKey(
            "dtmf",
            "the client sends tones, as in dtmf: \"123#\".",
            new CallAction.Dtmf(),
            Digits,
            digits => new CallAction.Dtmf(digits))
        .Word("hold", "the client puts the call on hold.", new CallAction.Hold());

    [GeneratedRegex("^[0-9A-D*#]+$")]
    private static partial Regex Tones();
}
