namespace CecSim.Pacts.Tests.Consumer;

/// <summary>The client under test, at a mock server's address, without pauses.</summary>
internal sealed class Caller : IDisposable
{
    public const string UserId = "pact-user";
    public const string UserName = "Pact User";
    public const string ChannelId = "202403010000000001";
    public const string AppKey = "cecsim-demo-key";
    public const string AppSecret = "cecsim-demo-secret";

    private readonly Tap _tap = new("getClickToCallEvents", times: 2);

    public Caller(Uri address)
    {
        Http = new HttpClient(_tap) { BaseAddress = address };
        Cec = new CecClient(Http, new CecClientOptions
        {
            Address = address,
            AppKey = AppKey,
            AppSecret = AppSecret,
            BackOff = TimeSpan.Zero,
            PollPause = TimeSpan.Zero,
        });
        Customer = CustomerOf(ChannelId);
    }

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>For the few requests that the client does not make.</summary>
    public HttpClient Http { get; }

    public Task PolledTwice => _tap.Asked;

    public CecClient Cec { get; }

    public CecCustomer Customer { get; }

    public CecCustomer CustomerOf(string channelId) => Cec.Customer(new CecCustomerIdentity
    {
        UserId = UserId, UserName = UserName, ChannelId = channelId,
    });

    public async Task<CecCall> CallAsync() => (await Customer.CreateCallAsync(CecMedia.Voice, TestEnds)).ValueOrThrow();

    /// <summary>Places a call and reads its first event.</summary>
    public async Task<CecCallEvent> FirstEventAsync(CancellationToken? cancellationToken = null)
    {
        await foreach (var item in (await CallAsync()).EventsAsync(cancellationToken ?? TestEnds))
        {
            return item;
        }

        throw new InvalidOperationException("There was no event.");
    }

    public static CecRefusal RefusalOf<T>(CecResult<T> result) =>
        Assert.IsType<CecResult<T>.Refused>(result).Refusal;

    /// <summary>Both tokens were refused, fetched anew, and refused again.</summary>
    public static async Task MustBeRefusedAsync(int status, Func<Task> ask)
    {
        var failure = await Assert.ThrowsAsync<CecException>(ask);
        Assert.Equal(status, Assert.IsType<CecFailure.TokensRefused>(failure.Failure).Status);
    }

    public void Dispose() => Http.Dispose();
}
