using CecSim.Scenarios.Ivr;

namespace CecSim.Scenarios.Queues;

/// <summary>One of the <c>calledRoutes</c> of a space (Connection Bar, table 4-3).</summary>
internal static partial class CalledRouteShape
{
    /// <summary>The kind of id that access code and extension code are together.</summary>
    private const string Kind = "number";

    public static readonly ObjectShape<CalledRoute> Route =
        new ObjectShape<CalledRoute>(new CalledRoute("", null, null))
            .Required(
                "accessCode",
                "the number that customers dial.",
                Digits("an access code", 15),
                (r, code) => r with { AccessCode = code })
            .Optional(
                "extensionCode",
                "the digits behind it that lead there.",
                Digits("an extension code", 8),
                (r, code) => r with { ExtensionCode = code })
            .Optional(
                "queue",
                "the queue where it leads.",
                QueueShape.Reference(QueueKinds.Any),
                (r, queue) => r with { Queue = queue })
            .Optional(
                "ivr",
                "the IVR flow where it leads instead.",
                IvrNames.Reference,
                (r, flow) => r with { Ivr = flow })
            .Excludes("queue", "ivr")
            .Rule(LeadsSomewhere)
            .Rule(EachNumberLeadsToOneQueue);

    private static void LeadsSomewhere(CalledRoute route, Node.Map map, ParseContext context)
    {
        if (route is { Queue: null, Ivr: null })
        {
            context.Report(map.At, "the key 'queue' is missing, or 'ivr': where it leads");
        }
    }

    private static TextShape Digits(string what, int countMax) =>
        new(what, 1, countMax) { Pattern = OnlyDigits(), Characters = "digits" };

    private static void EachNumberLeadsToOneQueue(CalledRoute route, Node.Map map, ParseContext context)
    {
        var at = map.PlaceOf("accessCode");
        if (context.Ids.Declare(Kind, route.Prefix, at) is { } first)
        {
            context.Report(at, $"the {Kind} {Quote.Of(route.Prefix)} is already there at line {first.Line}");
        }
    }

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex OnlyDigits();
}
