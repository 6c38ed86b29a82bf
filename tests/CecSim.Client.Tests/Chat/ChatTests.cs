using System.Text;
using CecSim.Client.Chat;

namespace CecSim.Client.Tests.Chat;

public sealed class ChatTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_session_goes_from_its_beginning_to_its_end()
    {
        await using var caller = await Caller.InAsync();
        var customer = caller.Customer;

        Assert.Equal("connect to agent successfully.", await SendAsync(customer, CecMessage.Connect));
        await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(10), TestEnds);

        var message = Assert.Single((await customer.PollAsync(cancellationToken: TestEnds)).ValueOrThrow());
        Assert.Equal(("CHAT", "TEXT", "AGENT"), (message.ControlType, message.MediaType, message.SourceType));
        Assert.Equal("1", message.MessageCode);
        Assert.NotEmpty(message.Content!);
        Assert.Equal(2026, message.WrittenAt!.Value.Year);
        Assert.Equal(message.Content, (string?)JsonNode.Parse(message.Json)!["content"]);

        await SendAsync(customer, CecMessage.Text("Where is my parcel?"));
        var sent = JsonNode.Parse(caller.Wire.Sent[^1].Body!)!;
        Assert.Equal("Where is my parcel?", (string?)sent["content"]);
        Assert.Equal(("u1", "CHAT", "CUSTOMER"), ((string?)sent["from"], (string?)sent["controlType"],
            (string?)sent["sourceType"]));

        await SendAsync(customer, CecMessage.Disconnect);
        Assert.True((await customer.PollAsync(cancellationToken: TestEnds)).ValueOrThrow()[^1].EndsSession);
    }

    [Fact]
    public async Task A_poll_of_nothing_is_no_refusal()
    {
        await using var caller = await Caller.InAsync();
        await SendAsync(caller.Customer, CecMessage.Connect);
        await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(10), TestEnds);
        await caller.Customer.PollAsync(cancellationToken: TestEnds);

        var poll = caller.Customer.PollAsync(includesReadNotices: true, TestEnds);
        await caller.Space.WhenWaitingAsync(1, TestEnds);
        await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(5), TestEnds);

        Assert.Empty((await poll).ValueOrThrow());
        Assert.EndsWith(
            "/poll?receiverId=u1&channel=WEB&isNeedRead=true",
            caller.Wire.Sent[^1].PathAndQuery,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poll_without_a_session_is_refused()
    {
        await using var caller = await Caller.InAsync();

        Assert.IsType<CecResult<IReadOnlyList<CecChatMessage>>.Refused>(
            await caller.Customer.PollAsync(cancellationToken: TestEnds));
    }

    // Half an answer was lost after the text had arrived: sent again, it would be there twice.
    [Fact]
    public async Task A_text_that_may_have_arrived_is_not_sent_again()
    {
        await using var caller = await Caller.InAsync();
        await SendAsync(caller.Customer, CecMessage.Connect);
        await caller.Space.ArmFaultAsync("""{"at":"send","inject":"truncate"}""", TestEnds);

        var gaveUp = await Assert.ThrowsAsync<CecException>(
            () => SendAsync(caller.Customer, CecMessage.Text("Once")));

        Assert.Equal(CecNoAnswerReason.Broken, Assert.IsType<CecFailure.NoAnswer>(gaveUp.Failure).Reason);
        Assert.Equal(2, caller.Wire.Count("send"));
    }

    [Fact]
    public async Task A_text_that_cannot_have_arrived_is_sent_again()
    {
        await using var caller = await Caller.InAsync();
        await SendAsync(caller.Customer, CecMessage.Connect);
        await caller.Space.ArmFaultAsync("""{"at":"send","when":{"nth":1},"inject":{"status":503}}""", TestEnds);
        await caller.Space.ArmFaultAsync("""{"at":"send","when":{"nth":2},"inject":"accessTokenExpired"}""", TestEnds);

        await SendAsync(caller.Customer, CecMessage.Text("Once"));

        Assert.Equal(4, caller.Wire.Count("send"));
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent()
    {
        await using var caller = await Caller.InAsync();
        await SendAsync(caller.Customer, CecMessage.Connect);
        var content = Encoding.UTF8.GetBytes("Straße");

        var file = (await caller.Customer.UploadFileAsync(content, "txt", TestEnds)).ValueOrThrow();
        await SendAsync(caller.Customer, CecMessage.File(file, CecFileMedia.File));
        var back = (await caller.Customer.DownloadFileAsync(
            $"local/{file.ObjectKey}", "txt", cancellationToken: TestEnds)).ValueOrThrow();

        Assert.Equal(content, back.ToArray());
        Assert.Equal($"{file.ObjectKey},txt", (string?)JsonNode.Parse(
            caller.Wire.Sent.Last(s => s.Operation == "send").Body!)!["content"]);
        var missing = Assert.IsType<CecResult<ReadOnlyMemory<byte>>.Refused>(
            await caller.Customer.DownloadFileAsync("local/none", "txt", cancellationToken: TestEnds));
        Assert.Equal(CecRefusalMeaning.FileNotTransferred, missing.Refusal.Meaning);
        var wrong = Assert.IsType<CecResult<CecFile>.Refused>(
            await caller.Customer.UploadFileAsync(content, "exe", TestEnds));
        Assert.Equal(CecRefusalMeaning.ParameterWrong, wrong.Refusal.Meaning);
    }

    [Fact]
    public async Task A_session_in_a_queue_knows_its_place()
    {
        await using var caller = await Caller.InAsync(
            """
            name: queue
            about: One agent, who takes one chat at a time.
            space: { agents: [{ workNo: 1001, maxChats: 1, queues: [chat] }] }
            """);
        await SendAsync(caller.NewCustomer("first"), CecMessage.Connect);
        await SendAsync(caller.Customer, CecMessage.Connect);
        await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(2), TestEnds);

        var place = (await caller.Customer.QueryQueueAsync(TestEnds)).ValueOrThrow();

        Assert.Equal(1, place.Position);
        Assert.Equal(TimeSpan.FromSeconds(60), place.ConfiguredWaitMax);
    }

    [Fact]
    public async Task A_message_can_be_left_and_a_wrong_one_is_refused()
    {
        await using var caller = await Caller.InAsync();

        var kept = await caller.Customer.LeaveMessageAsync("111111222111", "10086", "Call me", TestEnds);
        var refused = Assert.IsType<CecResult<CecReceipt>.Refused>(
            await caller.Customer.LeaveMessageAsync(new string('1', 25), "10086", "Call me", TestEnds));

        Assert.Equal("Save leaveMessage success!", kept.ValueOrThrow().Description);
        Assert.Equal(CecRefusalMeaning.ParameterWrong, refused.Refusal.Meaning);
    }

    private static async Task<string?> SendAsync(CecCustomer customer, CecMessage message) =>
        (await customer.SendAsync(message, TestEnds)).ValueOrThrow().Description;
}
