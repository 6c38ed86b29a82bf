using System.Xml.Linq;

namespace CecSim.Cli.Findings;

/// <summary>A suite for each space, a test for each rule: so CI shows the rules that were kept too.</summary>
internal static class JUnitReport
{
    public static string Write(IReadOnlyList<SpaceFindings> reports, string failOn)
    {
        var suites = reports.Select(r => SuiteOf(r, failOn)).ToList();
        return new XDeclaration("1.0", "UTF-8", null) + "\n" + new XElement(
            "testsuites",
            new XAttribute("name", "cecsim findings"),
            new XAttribute("tests", Sum(suites, "tests")),
            new XAttribute("failures", Sum(suites, "failures")),
            suites);
    }

    private static XElement SuiteOf(SpaceFindings report, string failOn)
    {
        var tests = report.Watched.Union(report.Findings.Select(f => f.Code))
            .Select(code => TestOf(report, code, failOn))
            .ToList();
        return new XElement(
            "testsuite",
            new XAttribute("name", Clean(SpaceReport.NameOf(report))),
            new XAttribute("tests", tests.Count),
            new XAttribute("failures", tests.Count(t => t.Element("failure") is not null)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", 0),
            new XAttribute("time", "0"),
            tests);
    }

    private static XElement TestOf(SpaceFindings report, string code, string failOn)
    {
        var test = new XElement(
            "testcase",
            new XAttribute("classname", $"cecsim.{Clean(SpaceReport.NameOf(report))}"),
            new XAttribute("name", Clean(code)),
            new XAttribute("time", "0"));
        if (report.Findings.FirstOrDefault(f => f.Code == code) is not { } finding)
        {
            return test;
        }

        var text = Clean(TextReport.Write([report with { Findings = [finding] }]));
        test.Add(Levels.IsAsBadAs(finding.Level, failOn)
            ? new XElement(
                "failure",
                new XAttribute("type", EnumWords.Of(finding.Level)),
                new XAttribute("message", Clean(finding.Sentence)),
                text)
            : new XElement("system-out", text));
        return test;
    }

    // A client may have put into a name what XML 1.0 cannot hold (section 2.2); a character of two halves it can.
    private static string Clean(string text) => VisibleText.Lines(text);

    private static string Sum(IEnumerable<XElement> suites, string name) =>
        suites.Sum(s => (int)s.Attribute(name)!).ToString(CultureInfo.InvariantCulture);
}
