using System.Xml.Linq;

namespace CecSim.Cli.Tests.Findings;

/// <summary><c>cecsim findings</c> as CI runs it.</summary>
public sealed class FindingsTests
{
    private const string Prefix = "/apiaccess/ccmessaging/v1/";

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("info", 1)]
    [InlineData("warning", 0)]
    [InlineData("error", 0)]
    public async Task The_exit_code_is_that_of_the_worst_finding(string failOn, int exitCode)
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        await SendWithoutContentTypeAsync(cecsim.Address);

        var (actual, output, _) = await CecSimProcess.RunAsync(
            "findings", "--server", $"{cecsim.Address}", "--fail-on", failOn);

        Assert.Equal(exitCode, actual);
        Assert.Contains("demo: info: content-type-missing, once", output, StringComparison.Ordinal);
        Assert.Contains("section 4.1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_findings_says_how_much_was_watched()
    {
        await using var cecsim = await CecSimTool.ServeAsync();

        var (exitCode, output, _) = await FindingsAsync(cecsim, "--fail-on", "info", "--space", "demo");

        Assert.Equal(0, exitCode);
        Assert.Equal("demo: nothing found, 22 rules watched\n", output);
    }

    [Fact]
    public async Task Junit_has_a_test_for_each_rule_and_a_failure_for_each_broken_one()
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        await SendWithoutBearerAsync(cecsim.Address);

        var (exitCode, output, _) = await FindingsAsync(cecsim, "--format", "junit", "--space", "demo");

        Assert.Equal(1, exitCode);
        var suites = XDocument.Parse(output).Root!;
        Assert.Equal("testsuites", suites.Name);
        var suite = suites.Elements("testsuite").Single();
        Assert.Equal(
            ("demo", $"{CecSim.Simulation.Findings.FindingRule.All.Count}", "1", "0"),
            ((string?)suite.Attribute("name"), (string?)suite.Attribute("tests"),
                (string?)suite.Attribute("failures"), (string?)suite.Attribute("errors")));
        Assert.All(suite.Elements("testcase"), t => Assert.True(
            t.Attribute("name") is not null && t.Attribute("classname") is not null));
        var failed = suite.Elements("testcase").Single(t => t.Element("failure") is not null);
        Assert.Equal("bearer-missing", (string?)failed.Attribute("name"));
        Assert.Equal("error", (string?)failed.Element("failure")!.Attribute("type"));
        Assert.NotEmpty((string)failed.Element("failure")!.Attribute("message")!);
    }

    [Fact]
    public async Task Junit_keeps_an_emoji_that_a_customer_is_called_by()
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        using var customer = await Customer.SignInAsync(cecsim.Address, "ann-\U0001F4DE");
        await customer.CallWithUndocumentedFieldAsync();

        var (_, output, _) = await FindingsAsync(
            cecsim, "--format", "junit", "--space", "demo", "--fail-on", "info");

        Assert.Contains("ann-\U0001F4DE", XDocument.Parse(output).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_has_what_version_2_1_0_demands()
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        await SendWithoutBearerAsync(cecsim.Address);
        await SendWithoutContentTypeAsync(cecsim.Address);

        var (_, output, _) = await FindingsAsync(cecsim, "--format", "sarif");

        Assert.Equal("", await SarifSchema.ErrorsOfAsync(output));
        var sarif = JsonNode.Parse(output)!;
        Assert.Equal("2.1.0", (string?)sarif["version"]);
        var run = Assert.Single(sarif["runs"]!.AsArray())!;
        Assert.Equal("CecSim", (string?)run["tool"]!["driver"]!["name"]);
        Assert.NotEmpty((string?)run["tool"]!["driver"]!["version"] ?? "");
        Assert.True(Uri.IsWellFormedUriString((string?)run["tool"]!["driver"]!["informationUri"], UriKind.Absolute));
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray().Select(r => (string?)r!["id"]).ToList();
        var results = run["results"]!.AsArray();
        Assert.Equal(["error", "note"], results.Select(r => (string?)r!["level"]));
        Assert.All(results, r =>
        {
            Assert.Contains((string?)r!["ruleId"], rules);
            Assert.NotEmpty((string)r["message"]!["text"]!);
            Assert.True((int)r["occurrenceCount"]! >= 1);
            Assert.NotEmpty(r["partialFingerprints"]!.AsObject());
            Assert.All(r["locations"]!.AsArray(), l => Assert.Equal(
                ("cecsim/demo.journal", 1),
                ((string?)l!["physicalLocation"]!["artifactLocation"]!["uri"],
                    (int)l["physicalLocation"]!["region"]!["startLine"]!)));
            Assert.All(r["locations"]!.AsArray(), l => Assert.NotEmpty(
                (string)l!["logicalLocations"]![0]!["fullyQualifiedName"]!));
        });
    }

    [Fact]
    public async Task Json_can_be_read_by_a_program()
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        await SendWithoutBearerAsync(cecsim.Address);

        var (_, output, _) = await FindingsAsync(cecsim, "--format", "json", "--space", "demo");

        var finding = JsonNode.Parse(output)!["spaces"]![0]!["findings"]![0]!;
        Assert.Equal("bearer-missing", (string?)finding["code"]);
        Assert.Equal(1, (int)finding["count"]!);
    }

    [Theory]
    [InlineData("--space", "nobody", "No space is called nobody")]
    [InlineData("--format", "xml", "junit")]
    [InlineData("--fail-on", "never", "warning")]
    [InlineData("--server", "nowhere", "must be an address such as")]
    [InlineData("--server", "http://127.0.0.1:1", "does not answer as a CecSim does")]
    public async Task What_cannot_be_asked_is_said_in_plain_words(string option, string value, string why)
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        string[] url = option == "--server" ? [] : ["--server", cecsim.Address.ToString()];

        var (exitCode, _, errors) = await CecSimTool.RunAsync(["findings", .. url, option, value]);

        Assert.Equal(2, exitCode);
        Assert.Contains(why, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_watched_nobody_is_no_server_without_findings()
    {
        await using var cecsim = await CecSimTool.ServeAsync("--no-journal");

        var (exitCode, _, errors) = await FindingsAsync(cecsim);

        Assert.Equal(2, exitCode);
        Assert.Contains("without a journal", errors, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> FindingsAsync(
        CecSimTool cecsim, params string[] arguments) =>
        CecSimTool.RunAsync(["findings", "--server", cecsim.Address.ToString(), .. arguments]);

    private static Task SendWithoutBearerAsync(Uri address) =>
        SendAsync(address, new HttpRequestMessage(HttpMethod.Get, $"{Prefix}checkClickToCallSupport?channel=WEB")
        {
            Headers = { { "x-app-key", "cecsim-demo-key" }, { "Authorization", "abc" } },
        });

    private static Task SendWithoutContentTypeAsync(Uri address) =>
        SendAsync(address, new HttpRequestMessage(HttpMethod.Post, $"{Prefix}createClickToCall")
        {
            Headers = { { "x-app-key", "cecsim-demo-key" } },
            Content = new ByteArrayContent("{}"u8.ToArray()),
        });

    private static async Task SendAsync(Uri address, HttpRequestMessage request)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var sent = request;
        using var answer = await http.SendAsync(sent, TestEnds);
    }
}
