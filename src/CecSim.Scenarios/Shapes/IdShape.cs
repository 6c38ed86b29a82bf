using System.Diagnostics.CodeAnalysis;
using CecSim.Scenarios.Wording;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>The id by which the rest of the file may refer to the thing it stands in. Each id once.</summary>
internal sealed class IdShape(string kind, TextShape text) : Shape<string>
{
    public override bool TryRead(Node node, Reading reading, [MaybeNullWhen(false)] out string value)
    {
        if (!text.TryRead(node, reading, out value))
        {
            return false;
        }

        if (node is Node.Scalar scalar && reading.Ids.Declare(kind, scalar) is { } first)
        {
            reading.Complain(node.At, $"the {kind} {Quote.Of(value)} is already there at line {first.Line}");
        }

        return true;
    }
}
