using System.Xml.Linq;

namespace CecSim.Cli.Control.Ladders;

/// <summary>A ladder as a picture that needs nothing beside it.</summary>
internal static class LadderSvg
{
    private const int LeftPixels = 110;
    private const int LanePixels = 230;
    private const int RungPixels = 26;
    private const int HeadPixels = 50;

    private const string Style =
        """
        svg { background: Canvas; color-scheme: light dark; font: 12px system-ui, sans-serif }
        text { fill: CanvasText; text-anchor: middle } .time { text-anchor: end; fill: GrayText }
        .party { font-weight: bold } line { stroke: CanvasText } .lane { stroke: GrayText; stroke-dasharray: 2 4 }
        .event, .media { stroke-dasharray: 4 4 } .ice, .dtls { stroke-dasharray: 8 3 }
        .rtp, .rtcp { stroke-dasharray: 1 3 }
        path { fill: CanvasText }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Of(CallLadder ladder)
    {
        var parties = CallLadderText.PartiesOf(ladder);
        var width = LeftPixels + (parties.Count * LanePixels);
        var height = HeadPixels + ((ladder.Steps.Count + 1) * RungPixels);
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XElement(Svg + "title", string.Create(CultureInfo.InvariantCulture, $"Call {ladder.CallId}")),
            new XElement(Svg + "style", Style));
        foreach (var (party, index) in parties.Select((p, i) => (p, i)))
        {
            picture.Add(Text(CentreOf(index), 24, EnumWords.Of(party), "party"));
            picture.Add(Line(CentreOf(index), 32, CentreOf(index), height, "lane"));
        }

        foreach (var (step, index) in ladder.Steps.Select((s, i) => (s, i)))
        {
            var y = HeadPixels + ((index + 1) * RungPixels);
            var (from, to) = (CentreOf(parties.IndexOf(step.From)), CentreOf(parties.IndexOf(step.To)));
            var back = from < to ? -7 : 7;
            picture.Add(
                Text(LeftPixels - 16, y, string.Create(CultureInfo.InvariantCulture, $"{step.AfterMs:0.0} ms"), "time"),
                Text((from + to) / 2, y - 5, TableWriter.Line(step.Label), "label", TitleOf(step)),
                Line(from, y, to, y, EnumWords.Of(step.Protocol)),
                new XElement(Svg + "path", new XAttribute("d", $"M{to} {y}l{back} -4v8z")));
        }

        return picture + "\n";
    }

    // What a pointer that rests on it shows.
    private static string TitleOf(LadderStep step) =>
        string.Join('\n', new[] { TableWriter.Time(step.At), step.Detail, step.Message }.Where(t => t is not null));

    private static int CentreOf(int index) => LeftPixels + (index * LanePixels) + (LanePixels / 2);

    private static XElement Text(int x, int y, string text, string kind, string? title = null) => new(
        Svg + "text",
        new XAttribute("x", x),
        new XAttribute("y", y),
        new XAttribute("class", kind),
        text,
        title is null ? null : new XElement(Svg + "title", Printable(title)));

    // XML has no place for other control characters.
    private static string Printable(string text) =>
        string.Concat(text.Select(c => c == '\n' || !char.IsControl(c) ? c : '\uFFFD'));

    private static XElement Line(int x1, int y1, int x2, int y2, string kind) => new(
        Svg + "line",
        new XAttribute("x1", x1),
        new XAttribute("y1", y1),
        new XAttribute("x2", x2),
        new XAttribute("y2", y2),
        new XAttribute("class", kind));
}
