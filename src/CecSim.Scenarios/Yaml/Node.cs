namespace CecSim.Scenarios.Yaml;

/// <summary>
/// What a file says, each part with its place. YamlDotNet's own tree is not used: it stops at the first double key,
/// where a file's author wants all that is wrong at once, and it descends as deep as a hostile file asks.
/// </summary>
internal abstract class Node
{
    private Node(SourceLocation at) => At = at;

    public SourceLocation At { get; }

    /// <summary>What to call it in a complaint.</summary>
    public abstract string Kind { get; }

    /// <param name="isPlain">Written without quotes, so that it may be a number or a yes-or-no.</param>
    public sealed class Scalar(SourceLocation at, string text, bool isPlain) : Node(at)
    {
        public string Text => text;

        public bool IsPlain => isPlain;

        /// <summary>
        /// A null in all forms of YAML 1.2.2 (10.3.2), a key with nothing behind it among them. Text has quotes.
        /// </summary>
        public bool IsNothing => isPlain && text is ("" or "~" or "null" or "Null" or "NULL");

        public override string Kind => IsNothing ? "nothing" : "a single value";
    }

    public sealed class List(SourceLocation at, IReadOnlyList<Node> items) : Node(at)
    {
        public IReadOnlyList<Node> Items => items;

        public override string Kind => "a list";
    }

    public sealed class Map(SourceLocation at, IReadOnlyList<Entry> entries) : Node(at)
    {
        public IReadOnlyList<Entry> Entries => entries;

        public override string Kind => "a mapping";

        public Entry? Find(string key) => entries.FirstOrDefault(e => e.Key.Text == key);

        /// <summary>Where the value of a key begins; where the mapping does when it lacks the key.</summary>
        public SourceLocation PlaceOf(string key) => Find(key)?.Value.At ?? At;
    }

    public sealed record Entry(Scalar Key, Node Value);
}
