namespace CecSim.LoadTests.Profiles;

/// <summary>One profile against one server: what it is run with, and what it leaves.</summary>
internal sealed class LoadSession(LoadServer server, LoadSettings settings, Action<string> tellPhase) : IDisposable
{
    private const int SignInsAtOnce = 64;

    private readonly List<Figure> _figures = [];
    private HttpClient _http = LoadHttp.Client(server.Address, settings.Http2);

    public LoadServer Server => server;

    public LoadSettings Settings => settings;

    public Tally Tally { get; } = new();

    /// <summary>How late the generator was.</summary>
    public LatencyHistogram Lag { get; } = new();

    /// <summary>Events that never came, and those that came twice; null where the profile sends none.</summary>
    public (long Lost, long Duplicated)? Events { get; set; }

    /// <summary>The server's own word on the events of the run; null where it has none.</summary>
    public LatencySummary? ServerLatency { get; set; }

    public LoadControl? Control { get; } =
        server.HasControl ? new LoadControl(server.Address, settings.ControlKey) : null;

    public HttpClient Http => _http;

    public IReadOnlyList<Figure> Figures => _figures;

    public void Dispose()
    {
        _http.Dispose();
        Control?.Dispose();
    }

    /// <summary>Closes all connections; the next request opens new ones.</summary>
    public void DropConnections()
    {
        _http.Dispose();
        _http = LoadHttp.Client(server.Address, settings.Http2);
    }

    public void Phase(string text) => tellPhase(text);

    public void Add(string name, double value, string unit) => _figures.Add(new Figure(name, value, unit));

    /// <summary>Begins work at each arrival; what could not begin counts as failed.</summary>
    /// <param name="work">As <see cref="Injector.RunAsync"/> has it.</param>
    public Task InjectAsync(Arrivals arrivals, Func<long, long, Task> work, CancellationToken ends) =>
        new Injector(Lag, Tally).RunAsync(arrivals, work, ends);

    /// <summary>Counts what fails instead of ending the run for it.</summary>
    /// <returns>Whether it went well.</returns>
    public async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or CecException
            or TaskCanceledException { InnerException: TimeoutException })
        {
            Tally.Failed(e is HttpRequestException { StatusCode: { } status } ? $"HTTP {(int)status}" : Reason(e));
            return false;
        }
    }

    /// <summary>A space of its own where the server makes them, else the tenant that was named.</summary>
    /// <exception cref="HttpRequestException">The server refused the space.</exception>
    public async Task<LoadSpace> SpaceAsync(string scenario, bool isFrozen, CancellationToken ends) =>
        Control is null
            ? new LoadSpace("", settings.Credentials!)
            : await Control.CreateSpaceAsync(scenario, isFrozen, ends);

    public async Task LeaveAsync(LoadSpace space)
    {
        if (Control is not null)
        {
            await Control.DeleteSpaceAsync(space, CancellationToken.None);
        }
    }

    /// <summary>So many customers with tokens; with a call each where that is asked for.</summary>
    public async Task<IReadOnlyList<LoadCustomer>> CustomersAsync(
        LoadSpace space, int count, bool withCalls, CancellationToken ends)
    {
        Phase($"{count} customers sign in");
        var accessToken = await LoadCustomer.FetchAccessTokenAsync(_http, space.Credentials, ends);
        var customers = Enumerable.Range(1, count)
            .Select(i => new LoadCustomer(() => _http, space.Credentials, accessToken, $"load-{i}"))
            .ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce, CancellationToken = ends };
        await Parallel.ForEachAsync(customers, options, async (customer, cancelled) =>
        {
            await customer.SignInAsync(cancelled);
            if (withCalls && !(await customer.CreateCallAsync(cancelled)).IsSuccess)
            {
                throw new HttpRequestException($"{customer.UserId} was refused a call.");
            }
        });
        return customers;
    }

    /// <summary>The client that one is to copy, with tokens of its own.</summary>
    public CecClient Client(LoadSpace space, HttpClient? through = null) => new(
        through ?? _http,
        new CecClientOptions
        {
            Address = server.Address,
            AppKey = space.Credentials.AppKey,
            AppSecret = space.Credentials.AppSecret,
        });

    /// <summary>Waits until the server holds so many long polls.</summary>
    /// <exception cref="IOException">It does not come to that in two minutes.</exception>
    public async Task WhenHeldAsync(int count, CancellationToken ends)
    {
        var time = TimeProvider.System;
        var begin = time.GetTimestamp();
        while ((await Control!.CostAsync(collect: false, ends)).HeldPolls < count)
        {
            if (time.GetElapsedTime(begin) > TimeSpan.FromMinutes(2))
            {
                throw new IOException($"{server.Name} never held {count} polls.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time, ends);
        }
    }

    /// <summary>What the server costs when the connections that were closed are gone there too.</summary>
    public async Task<ServerCost> WhenSettledAsync(CancellationToken ends)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ends);
        return await Control!.CostAsync(collect: true, ends);
    }

    private static string Reason(Exception e) => (e.InnerException ?? e).Message;
}
