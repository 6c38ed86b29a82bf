namespace CecSim.Scenarios.Calls;

/// <summary>The <c>match</c> of a call rule: which calls it speaks of.</summary>
internal static partial class MatchShape
{
    private static readonly ChoiceShape<MediaAbility> Media =
        new("a medium", ("voice", MediaAbility.Voice), ("video", MediaAbility.Video));

    private static readonly NumberShape<int> Count = new("a call count", 1, 1_000_000);

    private static readonly TextShape HeaderName = new("a header name", 1, 128)
    {
        Pattern = Token(),
        Characters = "of letters, digits and !#$%&'*+-.^_`|~",
    };

    public static readonly ObjectShape<CallMatch> Match =
        new ObjectShape<CallMatch>(new CallMatch())
            .Optional("media", "calls of one medium.", Media, (m, media) => m with { Media = media })
            .Optional(
                "userId",
                "calls of the users that this pattern with * and ? covers.",
                new TextShape("a pattern", 1, 128),
                (m, userId) => m with { UserId = userId })
            .Optional(
                "channel",
                "calls on one channel.",
                ChannelShape.Reference,
                (m, channel) => m with { Channel = channel })
            .Optional(
                "header",
                "calls whose createClickToCall carries these headers, each with a pattern for its value.",
                new NamesShape<string>("headers", HeaderName, new TextShape("a pattern", 1, 1_000), 1, 20),
                (m, headers) => m with { Headers = [.. headers.Select(h => new HeaderMatch(h.Key, h.Value))] })
            .Optional("nth", "of the calls that all else covers, only that one.", Count, (m, n) => m with { Nth = n })
            .Optional(
                "every",
                "of these calls, each whose number is a multiple.",
                Count,
                (m, n) => m with { Every = n })
            .Excludes("nth", "every");

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")]
    private static partial Regex Token();
}
