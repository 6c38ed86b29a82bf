namespace CecSim.Client.Tests;

/// <summary>A client of a space of the test's own, with a tap on its wire.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly string _channelId;

    private Caller(CecSpace space, TimeProvider? time, Func<Uri, CecClientOptions>? options)
    {
        Space = space;
        Wire = new Wiretap();
        _http = new HttpClient(Wire);
        _channelId = space.ChannelId;
        Cec = new CecClient(_http, options?.Invoke(space.Address) ?? OptionsFor(space), time);
        Customer = NewCustomer("u1");
    }

    public CecSpace Space { get; }

    public Wiretap Wire { get; }

    public CecClient Cec { get; }

    public CecCustomer Customer { get; }

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public static async Task<Caller> InAsync(
        string? scenario = null, TimeProvider? time = null, Func<CecSpace, CecClientOptions>? options = null)
    {
        var cec = await CecSimulator.Shared;
        var space = await cec.NewSpaceAsync(scenario, TestEnds);
        return new Caller(space, time, options is null ? null : _ => options(space));
    }

    /// <summary>Nothing waits in vain: there are no pauses.</summary>
    public static CecClientOptions OptionsFor(CecSpace space) => new()
    {
        Address = space.Address,
        AppKey = space.AppKey,
        AppSecret = space.AppSecret,
        BackOff = TimeSpan.Zero,
        PollPause = TimeSpan.Zero,
    };

    public CecCustomer NewCustomer(string userId) => Cec.Customer(new CecCustomerIdentity
    {
        UserId = userId, UserName = "Ann", ChannelId = _channelId,
    });

    public async Task<CecCall> CallAsync(CecMedia media = CecMedia.Voice) =>
        (await Customer.CreateCallAsync(media, TestEnds)).ValueOrThrow();

    public static async Task<List<string>> ReadAsync(CecCall call)
    {
        var events = new List<string>();
        await foreach (var item in call.EventsAsync(TestEnds))
        {
            events.Add(item.EventId);
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Space.DisposeAsync();
    }
}
