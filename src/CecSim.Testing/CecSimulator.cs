using CecSim.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CecSim.Testing;

/// <summary>
/// A CEC inside the test's own process, on a free port of 127.0.0.1, spoken to over real sockets. One of its own for a
/// test, or <see cref="Shared"/> with a space for each.
/// </summary>
public sealed class CecSimulator : IAsyncDisposable
{
    private static readonly Lazy<Task<CecSimulator>> TheShared = new(StartSharedAsync);

    private readonly WebApplication _app;
    private readonly StartClock _clock;
    private readonly bool _isShared;
    private CecSpace? _space;

    private CecSimulator(WebApplication app, StartClock clock, bool isShared)
    {
        _app = app;
        _clock = clock;
        _isShared = isShared;
        Address = new Uri(app.Urls.Single());
        Control = new CecSimControl(Address);
    }

    /// <summary>
    /// The one simulator of this process, started when it is first asked for. It ends with the process; disposing of it
    /// does nothing. It is meant for spaces made by <see cref="NewSpaceAsync"/>: its own is everybody's.
    /// </summary>
    public static Task<CecSimulator> Shared => TheShared.Value;

    /// <summary>Where it listens: what a CEC client takes for CEC.</summary>
    public Uri Address { get; }

    /// <summary>Its control API.</summary>
    public CecSimControl Control { get; }

    /// <summary>The space that it was started with.</summary>
    public CecSpace Space => _space!;

    /// <summary>Starts a simulator with one space. It listens when the task ends.</summary>
    /// <param name="options">Null for the demo contact centre in frozen time.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ControlProblemException">The scenario is wrong; the message says where.</exception>
    /// <exception cref="FileNotFoundException">There is no such scenario file.</exception>
    public static Task<CecSimulator> StartAsync(
        CecSimulatorOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new CecSimulatorOptions(), isShared: false, cancellationToken);

    /// <summary>
    /// Makes one more space: isolated from all others, with credentials of its own whatever the scenario says, so that
    /// tests may run beside each other. It ends when it is disposed of.
    /// </summary>
    /// <param name="scenario">As <see cref="CecSimulatorOptions.Scenario"/>.</param>
    /// <param name="cancellationToken">Gives up making it.</param>
    /// <exception cref="ControlProblemException">The scenario is wrong; the message says where.</exception>
    /// <exception cref="FileNotFoundException">There is no such scenario file.</exception>
    public async Task<CecSpace> NewSpaceAsync(
        string? scenario = null, CancellationToken cancellationToken = default)
    {
        var space = new NewSpace
        {
            Inline = await ScenarioText.ReadAsync(scenario, cancellationToken).ConfigureAwait(false),
            OwnCredentials = true,
            Clock = _clock,
        };
        var details = await Control.CreateSpaceAsync(space, cancellationToken).ConfigureAwait(false);
        return new CecSpace(Address, details, Control.Space(details.Name));
    }

    /// <summary>Stops listening. Polls that are held get the documented empty answer.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isShared)
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    // Only a stop lets held polls go; a mere disposal breaks their connections.
    private async Task EndAsync()
    {
        Control.Dispose();
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static Task<CecSimulator> StartSharedAsync() =>
        StartAsync(new CecSimulatorOptions(), isShared: true, CancellationToken.None);

    private static async Task<CecSimulator> StartAsync(
        CecSimulatorOptions options, bool isShared, CancellationToken cancellationToken)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [],
            Urls = ["http://127.0.0.1:0"],
            LogLevel = LogLevel.Warning,
        });
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var simulator = new CecSimulator(app, options.Clock, isShared);
        try
        {
            simulator._space = await simulator.NewSpaceAsync(options.Scenario, cancellationToken).ConfigureAwait(false);
            return simulator;
        }
        catch
        {
            await simulator.EndAsync().ConfigureAwait(false);
            throw;
        }
    }
}
