namespace CecSim.ControlClient;

/// <summary>
/// The control API of a CecSim server: makes, finds and deletes its tenant spaces. It keeps nothing; any number of
/// threads may use one at once.
/// </summary>
public sealed partial class CecSimControl : IDisposable
{
    private readonly ControlChannel _channel;

    /// <summary>Speaks to a server at an address such as <c>http://127.0.0.1:5080</c>.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="key">The key of <c>--control-key</c>; null for a server reached on loopback.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public CecSimControl(Uri server, string? key = null)
        : this(new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan }, key)
    {
    }

    /// <summary>
    /// Speaks through a client that has the server as its base address, and disposes of it. Its timeout holds for
    /// advances too: these end when every released answer has been read.
    /// </summary>
    /// <param name="http">Its base address is the server.</param>
    /// <param name="key">The key of <c>--control-key</c>; null for a server reached on loopback.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public CecSimControl(HttpClient http, string? key = null) => _channel = new ControlChannel(http, key);

    /// <summary>The requests that belong to no space: of unknown keys, paths and tokens.</summary>
    public JournalControl Journal => new(_channel, "");

    /// <summary>Provider states for the verification of pacts.</summary>
    public PactControl Pact => new(_channel);

    /// <summary>Scenarios that are being written.</summary>
    public ScenariosControl Scenarios => new(_channel);

    /// <summary>Whether every listener of the server is up. False also when nobody answers.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _channel.AskStatusAsync("health/ready", cancellationToken).ConfigureAwait(false)
                == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Whether the server's process lives, ready or not. False also when nobody answers.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<bool> IsLiveAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _channel.AskStatusAsync("health/live", cancellationToken).ConfigureAwait(false)
                == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Asks the server how it is, and fails when no server answers.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="HttpRequestException">Nobody answers.</exception>
    /// <exception cref="ControlProblemException">What answers is no CecSim.</exception>
    public async Task<ServerHealth> ReadHealthAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _channel.GetAsync("health/ready", ControlContractJson.Default.HealthReport, cancellationToken)
                .ConfigureAwait(false);
            return ServerHealth.Ready;
        }
        catch (ControlProblemException e) when (e.Code == ProblemCode.NotReady)
        {
            return ServerHealth.Live;
        }
    }

    /// <summary>All spaces of the server, in the order of their creation.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<SpaceDetails>> ListSpacesAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync("spaces", ControlContractJson.Default.SpaceList, cancellationToken)
            .ConfigureAwait(false)).Spaces;

    /// <summary>What <see cref="NewSpace.Scenario"/> can be: the server's own scenarios, then those shipped.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<string>> ListScenariosAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync("spaces", ControlContractJson.Default.SpaceList, cancellationToken)
            .ConfigureAwait(false)).Scenarios;

    /// <summary>Makes a space; its credentials are in what comes back.</summary>
    /// <param name="space">What to make it from; null for the demo contact centre.</param>
    /// <param name="cancellationToken">Ends the request, though not a space that was already made.</param>
    /// <exception cref="ControlProblemException">The scenario is wrong, or the server has no room.</exception>
    public Task<SpaceDetails> CreateSpaceAsync(NewSpace? space = null, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            "spaces",
            space ?? new NewSpace(),
            ControlContractJson.Default.NewSpace,
            ControlContractJson.Default.SpaceDetails,
            cancellationToken);

    /// <summary>Makes an exported space again, under its name. Its time stands then.</summary>
    /// <param name="snapshot">What <see cref="SpaceControl.ExportAsync"/> gave.</param>
    /// <param name="cancellationToken">Ends the request; half a space is none.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="ControlProblemException">
    /// The name is taken, the text is no exported space, or its steps bring another one than it says.
    /// </exception>
    public async Task<SpaceDetails> ImportSpaceAsync(string snapshot, CancellationToken cancellationToken = default)
    {
        using var json = JsonDocument.Parse(snapshot);
        return await _channel.PostAsync(
            "import",
            json.RootElement,
            ControlJson.Default.JsonElement,
            ControlContractJson.Default.SpaceDetails,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What clients did wrong, space by space, and at the end, without a space, what belongs to none. Fails on a
    /// server that was started with <c>--no-journal</c>.
    /// </summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<SpaceFindings>> ListFindingsAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync("findings", ControlContractJson.Default.AllFindings, cancellationToken)
            .ConfigureAwait(false)).Spaces;

    /// <summary>What is claimed of CEC's protocol, and how it is known.</summary>
    /// <param name="section">Such as <c>5.3</c>, or <c>5</c> for all below it; null for every section.</param>
    /// <param name="basis"><c>documented</c>, <c>found</c> or <c>inferred</c>; null for any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<FidelityClaim>> ListClaimsAsync(
        string? section = null, string? basis = null, CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync(
            "fidelity" + ControlChannel.QueryOf(("section", section), ("basis", basis)),
            ControlContractJson.Default.FidelityClaimList,
            cancellationToken).ConfigureAwait(false)).Claims;

    /// <summary>What the server costs its machine, and what went wrong in it.</summary>
    /// <param name="collect">Whether it collects its garbage first, all of it, so that two readings compare.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ServerProcess> ReadProcessAsync(bool collect = false, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            "process" + ControlChannel.QueryOf(("collect", collect ? "true" : null)),
            ControlContractJson.Default.ServerProcess,
            cancellationToken);

    /// <summary>How late events were since the server started, as it saw it itself.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ServerLatency> ReadLatencyAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync("latency", ControlContractJson.Default.ServerLatency, cancellationToken);

    /// <summary>What can be done to one space. No request is sent: whether it exists shows at the first use.</summary>
    /// <param name="name">The name of the space.</param>
    public SpaceControl Space(string name) => new(_channel, name);

    /// <summary>Disposes of the HTTP client.</summary>
    public void Dispose() => _channel.Dispose();
}
