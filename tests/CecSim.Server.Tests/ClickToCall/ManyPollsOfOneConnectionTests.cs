using System.Net.Security;

namespace CecSim.Server.Tests.ClickToCall;

/// <summary>Over HTTP/2 a long poll is a stream, and costs no connection of its own.</summary>
public sealed class ManyPollsOfOneConnectionTests
{
    // More than the hundred that a server lets a connection have unless told otherwise.
    private const int Polls = 150;

    [Fact]
    public async Task One_connection_of_http2_holds_more_polls_than_a_hundred()
    {
        await using var secure = await SecureCec.StartAsync();
        using var http = new HttpClient(new OneConnection()) { BaseAddress = secure.Https.BaseAddress };
        var customers = new List<CecClient>();
        for (var i = 0; i < Polls; i++)
        {
            customers.Add(await secure.Cec.SignInAsync($"u{i}", http: http));
        }

        var polls = customers.ConvertAll(c => c.PollAsync());

        await secure.Cec.Space.Time.WhenWaitingAsync(Polls, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await secure.Cec.AdvanceAsync(10);
        Assert.All(await Task.WhenAll(polls), a => Assert.Equal(200, a.Status));
    }

    private sealed class OneConnection() : DelegatingHandler(new SocketsHttpHandler
    {
        EnableMultipleHttp2Connections = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        },
    })
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
