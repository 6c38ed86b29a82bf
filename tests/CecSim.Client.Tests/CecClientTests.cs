using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Client.Tests;

public sealed class CecClientTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public void All_that_is_wrong_with_the_options_is_said_at_once_and_before_any_request()
    {
        using var http = new HttpClient();
        var wrong = Assert.Throws<ArgumentException>(() => new CecClient(http, new CecClientOptions
        {
            Address = new Uri("ftp://cec/?a=b"),
            AppKey = "two words",
            AppSecret = " ",
            AccessTokenLifetime = TimeSpan.FromSeconds(1.5),
            RenewalMargin = TimeSpan.FromHours(1),
            RequestTimeout = TimeSpan.Zero,
            PollTimeout = TimeSpan.FromMilliseconds(-1),
            PollPause = TimeSpan.FromDays(1),
            AttemptsMax = 0,
            BackOff = TimeSpan.FromSeconds(2),
            BackOffMax = TimeSpan.FromSeconds(1),
        }));

        foreach (var name in typeof(CecClientOptions).GetProperties().Select(p => p.Name))
        {
            Assert.Contains($"{name} ", wrong.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_identity_that_CEC_cannot_take_is_refused_before_any_request()
    {
        await using var caller = await Caller.InAsync();

        var wrong = Assert.Throws<ArgumentException>(() => caller.Cec.Customer(new CecCustomerIdentity
        {
            UserId = "", UserName = " ", ChannelId = new string('1', 129), Locale = "de",
        }));

        foreach (var name in (string[])["UserId", "UserName", "ChannelId", "Locale"])
        {
            Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
        }

        Assert.Empty(caller.Wire.Sent);
    }

    [Fact]
    public async Task Tokens_outlive_the_clients_of_a_factory()
    {
        await using var caller = await Caller.InAsync();
        var services = new ServiceCollection();
        services.AddHttpClient("cec");
        services.AddSingleton(p => new CecClient(
            () => p.GetRequiredService<IHttpClientFactory>().CreateClient("cec"), Caller.OptionsFor(caller.Space)));
        await using var provider = services.BuildServiceProvider();
        var cec = provider.GetRequiredService<CecClient>();

        await cec.QueryAgentsAsync(TestEnds);

        Assert.NotEmpty((await cec.QueryAgentsAsync(TestEnds)).Agents);
    }

    [Fact]
    public async Task An_address_with_a_path_is_kept()
    {
        using var http = new HttpClient(new Wiretap());
        var address = FreeAddress();
        var cec = new CecClient(http, new CecClientOptions
        {
            Address = new Uri($"{address}/behind/a/gateway"), AppKey = "k", AppSecret = "s", BackOff = TimeSpan.Zero,
        });

        var failed = await Assert.ThrowsAsync<CecException>(() => cec.QueryAgentsAsync(TestEnds));

        Assert.Equal(CecNoAnswerReason.NotConnected, Assert.IsType<CecFailure.NoAnswer>(failed.Failure).Reason);
        Assert.Equal(3, failed.Attempts);
        Assert.IsType<HttpRequestException>(failed.InnerException);
    }

    [Fact]
    public async Task Agents_have_no_phones_where_no_registrar_runs()
    {
        await using var caller = await Caller.InAsync(
            "name: x\nabout: x\nspace: { agents: [{ workNo: 1001 }, { workNo: 1002 }] }\n");

        var agents = await caller.Cec.QueryAgentsAsync(TestEnds);

        Assert.Null(agents.SipServicePort);
        int[] all = [1001, 1002];
        Assert.Equal(all, agents.Agents.Select(a => a.WorkNo));
        Assert.Null(agents.Agents[0].AccountCode);
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
