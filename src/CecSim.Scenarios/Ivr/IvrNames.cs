namespace CecSim.Scenarios.Ivr;

/// <summary>How flows are named, and referred to.</summary>
internal static class IvrNames
{
    public const string Kind = "flow";

    private static readonly TextShape Name = new("an IVR flow", 1, 60);

    public static readonly IdShape<string> Own = new(Kind, Name);

    public static readonly ReferenceShape Reference = new(Kind, Name);

    /// <summary>Where a file describes no flow at all, any may be named.</summary>
    public static readonly Shape<string> OfAny = Name.Then((name, node, context) =>
    {
        context.AtTheEnd(() => ComplainUnlessKnown(name, node, context));
        return name;
    });

    private static void ComplainUnlessKnown(string name, Node node, ParseContext context)
    {
        var known = context.Ids.Of(Kind);
        if (known.Count > 0 && !known.Contains(name))
        {
            context.Report(
                node.At,
                $"{Quote.Of(name)} is not a {Kind} of this space",
                Listing.Of(known),
                context.Guess(() => Spelling.Nearest(name, known)));
        }
    }
}
