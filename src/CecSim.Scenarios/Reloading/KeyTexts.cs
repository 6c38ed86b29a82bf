namespace CecSim.Scenarios.Reloading;

/// <summary>
/// What a file says of each of its keys, those of its space one by one. Comments, quotes that change nothing in
/// brackets or lines, and aliases are not part of it: two files that mean the same are the same here.
/// </summary>
internal sealed class KeyTexts
{
    public static readonly KeyTexts None = new([]);

    /// <summary>What can change while a space runs.</summary>
    private static readonly string[] Live = ["about", "scripts", "calls", "faults"];

    private readonly Dictionary<string, string> _texts;

    private KeyTexts(Dictionary<string, string> texts) => _texts = texts;

    public static KeyTexts Of(Node.Map root) => new(
        root.Entries
            .SelectMany(e => e is { Key.Text: "space", Value: Node.Map space }
                ? space.Entries.Select(s => ($"space.{s.Key.Text}", s.Value))
                : [(e.Key.Text, e.Value)])
            .ToDictionary(k => k.Item1, k => Write(k.Value).ToJsonString()));

    /// <summary>The keys that differ, in the order of the files.</summary>
    public IReadOnlyList<string> ChangedSince(KeyTexts before) =>
    [
        .. _texts.Keys.Union(before._texts.Keys)
            .Where(k => _texts.GetValueOrDefault(k) != before._texts.GetValueOrDefault(k)),
    ];

    /// <summary>The differences that a running space cannot take over.</summary>
    public IReadOnlyList<string> FixedChangedSince(KeyTexts before) => [.. ChangedSince(before).Except(Live)];

    // Plain or in quotes makes a difference: 7 and "7" are not the same to the loader.
    private static JsonNode Write(Node node) => node switch
    {
        Node.Map map => new JsonObject(
            map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, (JsonNode?)Write(e.Value)))),
        Node.List list => new JsonArray([.. list.Items.Select(Write)]),
        Node.Scalar scalar => JsonValue.Create(scalar.IsPlain ? scalar.Text : $"\"{scalar.Text}\""),
        _ => throw new InvalidOperationException($"No text for {node.Kind}."),
    };
}
