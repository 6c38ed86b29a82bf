using System.Net;

namespace CecSim.ControlClient;

/// <summary>
/// The control API of a CecSim server: makes, finds and deletes its tenant spaces. It keeps nothing; any number of
/// threads may use one at once.
/// </summary>
public sealed class CecSimControl : IDisposable
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

    /// <summary>Asks the server how it is, and fails when no server answers.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="HttpRequestException">Nobody answers.</exception>
    /// <exception cref="ControlProblemException">What answers is no CecSim.</exception>
    public async Task<ServerHealth> ReadHealthAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _channel.GetAsync("health/ready", ControlJson.Default.HealthBody, cancellationToken)
                .ConfigureAwait(false);
            return ServerHealth.Ready;
        }
        catch (ControlProblemException e) when (e.Type == ControlProblemException.NotReady)
        {
            return ServerHealth.Live;
        }
    }

    /// <summary>All spaces of the server, in the order of their creation.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<SpaceDetails>> ListSpacesAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync("spaces", ControlJson.Default.SpaceList, cancellationToken).ConfigureAwait(false))
        .Spaces;

    /// <summary>Makes a space; its credentials are in what comes back.</summary>
    /// <param name="space">What to make it from; null for the demo contact centre.</param>
    /// <param name="cancellationToken">Ends the request, though not a space that was already made.</param>
    /// <exception cref="ControlProblemException">The scenario is wrong, or the server has no room.</exception>
    public Task<SpaceDetails> CreateSpaceAsync(NewSpace? space = null, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            "spaces",
            space ?? new NewSpace(),
            ControlJson.Default.NewSpace,
            ControlJson.Default.SpaceDetails,
            cancellationToken);

    /// <summary>What can be done to one space. No request is sent: whether it exists shows at the first use.</summary>
    /// <param name="name">The name of the space.</param>
    public SpaceControl Space(string name) => new(_channel, name);

    /// <summary>Disposes of the HTTP client.</summary>
    public void Dispose() => _channel.Dispose();
}
