namespace CecSim.Cli.Control;

/// <summary>What somebody wants to be told of all that happens.</summary>
/// <param name="Kinds">Empty for every kind.</param>
/// <param name="Text">Found anywhere in it; null for all.</param>
internal sealed record StreamFilter(IReadOnlyList<string> Kinds, string? Text)
{
    /// <summary>What says how far the rest can be relied on is told whatever was asked for.</summary>
    public static bool IsAboutTheStream(string kind) =>
        EnumWords.Parse<StreamKind>(kind) is StreamKind.Following or StreamKind.Dropped;

    public bool Wants(StreamEvent item) =>
        IsAboutTheStream(item.Kind)
        || ((Kinds.Count == 0 || Kinds.Contains(item.Kind))
            && (Text is null || Has(StreamText.Of(item)) || Has(AnswerJson.LineOf(item))));

    private bool Has(string text) => text.Contains(Text!, StringComparison.OrdinalIgnoreCase);
}
