using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CecSim.Scenarios.Yaml;

/// <summary>Builds the tree of a file that holds one document, within the limits.</summary>
/// <exception cref="YamlException">The text is not YAML, or goes over a limit.</exception>
internal sealed class NodeReader(IParser parser, ParseContext context)
{
    /// <summary>Of YAML 1.1, where it was an optional type.</summary>
    private const string MergeKey = "<<";

    private readonly Dictionary<AnchorName, (Node Node, int Count)> _anchors = [];

    public Node Read()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            throw Refused(parser.Consume<StreamEnd>(), "the file is empty");
        }

        var root = ReadNode(depth: 1);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            throw Refused(second, "a second document begins; a file holds one scenario");
        }

        return root;
    }

    private Node ReadNode(int depth)
    {
        var first = parser.Consume<ParsingEvent>();
        if (first is AnchorAlias alias)
        {
            return Resolve(alias);
        }

        Count(1, first);
        if (depth > YamlLimits.DepthMax)
        {
            throw Refused(first, $"deeper than {YamlLimits.DepthMax} levels");
        }

        if (first is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            context.Report(
                SourceLocation.Of(first.Start), $"the tag {Quote.Of(tagged.Tag.Value)} has no meaning here");
        }

        var countBefore = context.NodesCount;
        Node node = first switch
        {
            Scalar scalar =>
                new Node.Scalar(SourceLocation.Of(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(first, depth),
            MappingStart map => ReadMap(map, depth),
            _ => throw Refused(first, "a value is missing here"),
        };

        // Known only from here on, so that nothing can contain itself.
        if (first is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor] = (node, context.NodesCount - countBefore + 1);
        }

        return node;
    }

    private Node Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var anchored))
        {
            throw Refused(alias, $"nothing above is anchored as '&{alias.Value}'");
        }

        Count(anchored.Count, alias);
        return anchored.Node;
    }

    private Node.List ReadList(ParsingEvent start, int depth)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new Node.List(SourceLocation.Of(start.Start), items);
    }

    private Node.Map ReadMap(MappingStart start, int depth)
    {
        var entries = new Dictionary<string, Node.Entry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not Node.Scalar word)
            {
                context.Report(key.At, $"a key is a word, not {key.Kind}");
            }
            else if (word is { IsPlain: true, Text: MergeKey })
            {
                context.Report(
                    key.At,
                    $"merge keys ('{MergeKey}') are not YAML 1.2; " +
                    "an alias alone, as in 'key: *name', is the whole value");
            }
            else if (!entries.TryAdd(word.Text, new Node.Entry(word, value)))
            {
                var line = entries[word.Text].Key.At.Line;
                context.Report(key.At, $"the key {Quote.Of(word.Text)} is already there at line {line}");
            }
        }

        // A pair inside brackets, as in [wait: 3s], has no brace of its own, and its event says no place.
        var isPair = start is { Style: MappingStyle.Flow, End.Index: 0 } && entries.Count > 0;
        return new Node.Map(
            isPair ? entries.Values.First().Key.At : SourceLocation.Of(start.Start), [.. entries.Values]);
    }

    private void Count(int nodes, ParsingEvent at)
    {
        context.NodesCount += nodes;
        if (context.NodesCount > YamlLimits.NodesMax)
        {
            throw Refused(at, $"more than {YamlLimits.NodesMax} values, aliases counted in full");
        }
    }

    private static YamlException Refused(ParsingEvent at, string why) => new(at.Start, at.End, why);
}
