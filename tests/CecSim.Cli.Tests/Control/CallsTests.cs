namespace CecSim.Cli.Tests.Control;

public sealed class CallsTests
{
    private const string OneAgent =
        """
        name: one-agent
        about: Who comes second has to wait.
        space:
          queues: [{ name: voice, type: voiceClickToDial }]
          agents: [{ workNo: 1001, name: Ann Agent, answersAfter: 2s }]
        """;

    [Fact]
    public async Task Calls_and_the_queue_are_shown_as_they_stand()
    {
        await using var cec = await FrozenSpace.ServeAsync(OneAgent);
        await CallAsync(cec, "ann");
        await CallAsync(cec, "bob");

        Assert.Equal(
            """
            ID  STATE      USER  CHANNEL             MEDIA  QUEUE  PLACE  AGENT  CREATED               LAST EVENT
            1   connected  ann   202403010000000001  voice  voice         1001   2026-01-05 09:00:00Z  168101 connected
            2   queuing    bob   202403010000000001  voice  voice  1             2026-01-05 09:00:00Z  168102 queued

            """,
            await cec.MineAsync("calls"));
        Assert.Equal(
            """
            NAME   TYPE              ON DUTY  IDLE  WAITING  FIRST SINCE
            voice  voiceClickToDial  1        0     1        2026-01-05 09:00:00Z

            """,
            await cec.MineAsync("queues"));
        Assert.Equal(
            """
            queue    voice
            type     voiceClickToDial
            on duty  1
            idle     0

            PLACE  KIND  USER  CHANNEL             SINCE                 DUE
            1      call  bob   202403010000000001  2026-01-05 09:00:00Z  2026-01-05 09:01:00Z

            """,
            await cec.MineAsync("queues", "show", "voice"));
        Assert.Equal(
            """
            AGENT  NAME       STATE    TYPE       ROLE     QUEUES  CALL WITH  CHATS WITH
            1001   Ann Agent  ringing  versatile  callout  voice   ann

            """,
            await cec.MineAsync("agents"));
    }

    [Fact]
    public async Task An_event_is_pushed_by_name_as_a_step_and_as_a_number()
    {
        await using var cec = await FrozenSpace.ServeAsync(OneAgent);
        await CallAsync(cec, "ann");
        var code = (string?)JsonNode.Parse(await cec.MineAsync("calls", "--json"))![0]!["accessCode"];

        await cec.MineAsync("calls", "push", "1", "transferred");
        await cec.MineAsync("calls", "push", "1", "168199", "--desc", "unheard of");
        var shown = await cec.MineAsync(
            "calls", "push", "1", """{"released":{"causeId":7,"causeDesc":"hung up"}}""");

        Assert.Equal(
            $"""
            call        1
            state       ended
            user        ann
            channel     202403010000000001
            media       voice
            accessCode  {code}
            created     2026-01-05 09:00:00Z
            queue       voice

            EVENT   NAME         AT                    CAUSE
            168101  connected    2026-01-05 09:00:00Z
            168106  transferred  2026-01-05 09:00:00Z
            168199  unknown      2026-01-05 09:00:00Z
            168110  released     2026-01-05 09:00:00Z  7 hung up

            """,
            shown);
        Assert.Equal(shown, await cec.MineAsync("calls", "show", "1"));
    }

    [Fact]
    public async Task What_is_not_there_or_cannot_happen_is_a_refusal()
    {
        await using var cec = await FrozenSpace.ServeAsync(OneAgent);

        var unknown = await cec.RunAsync("calls", "push", "9", "queued", "--space", "mine");
        var shown = await cec.RunAsync("calls", "show", "9", "--space", "mine");
        var noJson = await cec.RunAsync("calls", "push", "9", "{queued", "--space", "mine");
        var noEvent = await cec.RunAsync("calls", "push", "9", "qeued", "--space", "mine");
        var queue = await cec.RunAsync("queues", "show", "vioce", "--space", "mine");

        Assert.Equal((1, 1, 1), (unknown.ExitCode, shown.ExitCode, queue.ExitCode));
        Assert.Equal((2, 2), (noJson.ExitCode, noEvent.ExitCode));
        Assert.Equal("cecsim: There is no such call. It never was, or ended long ago.\n", unknown.Errors);
        Assert.Equal("cecsim: There is no call 9, or it ended long ago.\n", shown.Errors);
        Assert.StartsWith("The event is no JSON.", noJson.Errors, StringComparison.Ordinal);
        Assert.Contains("did you mean 'queued'?", noEvent.Errors, StringComparison.Ordinal);
        Assert.Equal("cecsim: There is no queue vioce. The space has voice.\n", queue.Errors);
    }

    // Whoever calls chooses the own id: it must not steer the terminal of whoever looks.
    [Fact]
    public async Task A_user_id_with_control_characters_is_shown_without_them()
    {
        await using var cec = await FrozenSpace.ServeAsync(OneAgent);
        await CallAsync(cec, "a\e[2Jb");

        Assert.Contains("a\uFFFD[2Jb", await cec.MineAsync("calls"), StringComparison.Ordinal);
    }

    private static async Task CallAsync(FrozenSpace cec, string userId)
    {
        using var customer = await cec.SignInAsync(userId);
        await customer.CallAsync();
    }
}
