using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CecSim.Cli.Tests.Control;

/// <summary><c>cecsim tail</c> where the connection is worse than a real server makes it.</summary>
public sealed class BrokenStreamTests
{
    private const string Following = "event: following\ndata: {\"at\":\"2026-01-05T09:00:00Z\",\"space\":\"mine\"}\n\n";
    private const string Reset = "event: reset\ndata: {\"at\":\"2026-01-05T09:00:01Z\",\"reset\":\"state\"}\n\n";
    private const string Dropped = "event: dropped\ndata: {\"at\":\"2026-01-05T09:00:02Z\",\"dropped\":7}\n\n";
    private const string Unknown = "event: eclipse\ndata: {\"at\":\"2026-01-05T09:00:03Z\"}\n\n";

    private const string Evil =
        "event: failed\ndata: {\"at\":\"2026-01-05T09:00:04Z\",\"failed\":\"a\\u001b[31m\\nb\"}\n\n";

    private const string Sip =
        "event: sip\ndata: {\"at\":\"2026-01-05T09:00:05Z\",\"sip\":{\"isIncoming\":false,\"method\":\"REGISTER\"," +
        "\"status\":401,\"reason\":\"Un\\u001b[31mauthorized\",\"sipCallId\":\"a\\nb\",\"account\":\"8888\"," +
        "\"transport\":\"udp\",\"peer\":\"127.0.0.1:5062\"}}\n\n" +
        "event: sip\ndata: {\"at\":\"2026-01-05T09:00:05Z\",\"sip\":{\"isIncoming\":true,\"method\":\"INVITE\"," +
        "\"sipCallId\":\"c\",\"callId\":7,\"transport\":\"wss\"}}\n\n";

    private const string FollowingLine =
        "2026-01-05 09:00:00.000Z  following     from now on all that happens in mine\n";

    private const string ResetLine = "2026-01-05 09:00:01.000Z  reset         state\n";

    private const string Space =
        """
        {
          "name": "mine", "scenario": "mine", "profile": "cec-3.6", "seed": 1, "appKey": "k", "appSecret": "s",
          "tenantSpaceId": "1", "channelIds": [], "addresses": [],
          "clock": { "mode": "frozen", "now": "2026-01-05T09:00:00Z", "dueCount": 0 }
        }
        """;

    [Fact]
    public async Task What_is_missing_is_told_in_its_place_whatever_was_asked_for()
    {
        var (exitCode, output, errors) = await TailAsync(
            [Following + Dropped + Reset + Reset], "--kind", "reset", "--limit", "1");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(
            FollowingLine
            + "2026-01-05 09:00:02.000Z  dropped       7 are missing here: they came faster than they were read\n"
            + ResetLine,
            output);
    }

    [Fact]
    public async Task A_SIP_message_is_one_line_that_steers_no_terminal()
    {
        var (exitCode, output, errors) = await TailAsync([Following + Sip], "--kind", "sip", "--limit", "2");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(
            FollowingLine
            + "2026-01-05 09:00:05.000Z  sip           to 127.0.0.1:5062 by udp: "
            + "401 Un\uFFFD[31mauthorized (REGISTER), account 8888, Call-ID a\uFFFDb\n"
            + "2026-01-05 09:00:05.000Z  sip           from unknown by wss: INVITE, call 7, Call-ID c\n",
            output);
    }

    [Fact]
    public async Task A_broken_connection_is_made_again_and_the_gap_is_told()
    {
        using var isRead = new SemaphoreSlim(0);
        await using var server = await ServeAsync([Following + Reset, Following + Reset], isRead);
        await using var tail = CecSimTool.Start("tail", "mine", "--server", server.Urls.Single(), "--limit", "2");
        Assert.Equal(FollowingLine + ResetLine, $"{await tail.ReadLineAsync()}\n{await tail.ReadLineAsync()}\n");
        isRead.Release();

        Assert.Equal(FollowingLine + ResetLine, await tail.ReadToEndAsync());
        Assert.Equal(
            "cecsim: The connection broke. mine is followed again; what happened meanwhile is missing.",
            await tail.ReadErrorAsync());
        Assert.Equal(0, await tail.InterruptAsync());
    }

    [Fact]
    public async Task A_connection_that_breaks_at_once_is_given_up()
    {
        var (exitCode, output, errors) = await TailAsync([Following]);

        Assert.Equal((1, FollowingLine), (exitCode, output));
        Assert.StartsWith("cecsim: The connection breaks as soon as it is there", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_a_later_server_and_text_that_steers_are_lines_like_others()
    {
        var (exitCode, output, _) = await TailAsync([Following + Unknown + Evil], "--limit", "2");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            FollowingLine
            + "2026-01-05 09:00:03.000Z  eclipse\n"
            + "2026-01-05 09:00:04.000Z  failed        a\uFFFD[31m\uFFFDb\n",
            output);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> TailAsync(
        string[] streams, params string[] arguments)
    {
        await using var server = await ServeAsync(streams);
        return await CecSimTool.RunAsync(["tail", "mine", "--server", server.Urls.Single(), .. arguments]);
    }

    /// <param name="streams">What each connection brings before it ends.</param>
    /// <param name="isRead">Waited for before it breaks off; null for one that ends as it should.</param>
    private static async Task<WebApplication> ServeAsync(string[] streams, SemaphoreSlim? isRead = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var connections = new Queue<string>(streams);
        server.MapGet("/_cecsim/spaces/mine/stream", async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync(connections.Dequeue());
            await http.Response.Body.FlushAsync();
            if (isRead is not null)
            {
                await isRead.WaitAsync(http.RequestAborted);
                http.Abort();
            }
        });
        server.MapGet("/_cecsim/health/ready", () => Results.Text("""{"status":"ready"}""", "application/json"));
        server.MapGet("/_cecsim/spaces/mine", () => Results.Text(Space, "application/json"));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
