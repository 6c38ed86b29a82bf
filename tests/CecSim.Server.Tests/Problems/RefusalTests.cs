using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Problems;

/// <summary>Every refusal says why: in a header, in the journal of clients' requests, and in the log.</summary>
public sealed class RefusalTests
{
    private const string Script = "/service-cloud/ccdesktop/pages/cc-bar/js/ccbarclient.js";
    private const string BarEvents = "/service-cloud/ccdesktop/pages/cc-bar/agent/events";

    private static readonly (string Request, string Why)[] Vendor =
    [
        ("POST " + TokenPath, "the body is not JSON"),
        ("GET " + TokenPath, "Request method not allowed"),
        ("GET " + CheckPath, "x-app-key is missing"),
        ("GET /nothing", "No CEC interface is known at /nothing"),
        ("POST /apiaccess/ccmessaging/pushMsg", "CecSim has not built this interface"),
        ("POST " + Script, "Origin is missing"),
        ("POST " + BarEvents, "only the bar's own frame may ask this, and this Origin is none"),
        ("GET /demo/agent?space=nix", "Request not found"),
        ("GET /sip", "a request without the upgrade to a WebSocket"),
    ];

    private static readonly (string Request, string Why)[] Control =
    [
        ("GET /_cecsim/nothing", "/_cecsim/nothing"),
        ("GET /_cecsim/spaces/nix", "No space is called nix"),
        ("DELETE /_cecsim/health/live", "takes GET"),
        ("GET /_cecsim/explain/1", "The journal has no entry '1'"),
        ("GET /_cecsim/spaces/demo/journal?colour=red", "'colour' is unknown"),
        ("DELETE /_cecsim/spaces/demo/polls/7", "No poll 7 is held"),
    ];

    [Fact]
    public async Task A_client_reads_it_beside_the_answer_and_in_the_journal()
    {
        await using var cec = await TestCec.StartAsync();

        foreach (var (request, why) in Vendor)
        {
            var answer = await AskAsync(cec, request);
            Assert.InRange(answer.Status, 400, 599);
            Assert.Contains(why, answer.Why, StringComparison.Ordinal);
        }

        var journal = (await cec.ReadAsync("/_cecsim/journal"))["entries"]!.AsArray();
        Assert.Equal(Vendor.Length, journal.Count);
        Assert.All(journal, e => Assert.NotEmpty(e!["wrong"]!.AsArray()));
    }

    [Fact]
    public async Task The_control_API_says_it_in_the_header_too()
    {
        await using var cec = await TestCec.StartAsync();

        foreach (var (request, why) in Control)
        {
            var answer = await AskAsync(cec, request);
            Assert.InRange(answer.Status, 400, 599);
            Assert.Contains(why, answer.Why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_log_has_one_line_for_each_at_Information()
    {
        var lines = new RefusalLines();
        await using var cec = await StartAsync(lines);

        foreach (var (request, why) in Vendor.Concat(Control))
        {
            lines.Clear();
            await AskAsync(cec, request);
            var line = Assert.Single(lines);
            Assert.Contains(request.Split('?')[0], line, StringComparison.Ordinal);
            Assert.Contains(why, line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_client_wrote_stays_in_its_line_and_a_secret_out_of_it()
    {
        var lines = new RefusalLines();
        await using var cec = await StartAsync(lines);

        await AskAsync(cec, "GET /a%0D%0Ab%1B%5B2J?app_secret=hunter2");

        var line = Assert.Single(lines);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 1, 1_500);
    }

    [Fact]
    public async Task What_is_done_writes_no_line()
    {
        var lines = new RefusalLines();
        await using var cec = await StartAsync(lines);

        await cec.SignInAsync();
        await cec.Http.GetStringAsync("/_cecsim/spaces", TestCec.TestEnds);

        Assert.Empty(lines);
    }

    private static Task<TestCec> StartAsync(RefusalLines lines) => TestCec.StartAsync(
        new CecSimArgs(),
        configureBuilder: builder => builder.Services.AddSingleton<ILogger<CecSim.Server.Problems.RefusalLog>>(lines));

    private static Task<Answer> AskAsync(TestCec cec, string request)
    {
        var words = request.Split(' ', 2);
        return new CecClient(cec.Http, cec.Space.Settings) { AppKey = null }
            .AskAsync(new HttpMethod(words[0]), words[1], null);
    }
}
