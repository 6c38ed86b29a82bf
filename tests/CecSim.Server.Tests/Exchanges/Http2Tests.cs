using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>A browser comes over HTTP/2 as soon as there is TLS.</summary>
public sealed class Http2Tests
{
    [Fact]
    [Shows("1/https")]
    public async Task A_token_and_many_held_polls_share_one_connection_over_HTTPS()
    {
        await using var secure = await SecureCec.StartAsync();
        secure.Https.DefaultRequestVersion = HttpVersion.Version20;
        secure.Https.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        var polls = new List<Task<Answer>>();
        for (var i = 1; i <= 20; i++)
        {
            var client = await secure.Cec.SignInAsync($"user-{i}", http: secure.Https);
            polls.Add(await secure.Cec.HeldAsync(client.PollAsync(), waiting: i));
        }

        await secure.Cec.AdvanceAsync(10);

        foreach (var answer in await Task.WhenAll(polls))
        {
            answer.MustBe(
                200,
                """{"resultCode":"0","resultDesc":"ClickToCall polled without any events"}""",
                EachProfile.Document("cec-3.6", "5"));
            Assert.Equal(HttpVersion.Version20, answer.Raw.Version);
        }
    }

    [Fact]
    public async Task A_poll_that_its_client_cancels_frees_its_slot_and_not_the_connection()
    {
        await using var secure = await SecureCec.StartAsync();
        secure.Https.DefaultRequestVersion = HttpVersion.Version20;
        secure.Https.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        var client = await secure.Cec.SignInAsync(http: secure.Https);
        using var patience = new CancellationTokenSource();
        var poll = await secure.Cec.HeldAsync(client.AskAsync(HttpMethod.Get, EventsPath, null, ends: patience.Token));

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        await secure.Cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);
        await client.CreateAsync();
        Assert.Equal("Call connected", (await client.PollAsync()).Text("resultDesc"));
    }

    [Fact]
    public async Task Without_TLS_it_stays_at_HTTP_1()
    {
        await using var cec = await TestCec.StartAsync();
        cec.Http.DefaultRequestVersion = HttpVersion.Version20;

        var answer = await (await cec.SignInAsync()).CheckAsync();

        Assert.Equal((200, HttpVersion.Version11), (answer.Status, answer.Raw.Version));
    }
}
