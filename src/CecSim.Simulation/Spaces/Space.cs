using CecSim.Simulation.Calls;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Tokens;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Spaces;

/// <summary>
/// A tenant space: one isolated contact centre with its own credentials, users, calls, faults, clock and seed.
/// The same settings, clock and commands give the same answers, byte for byte.
/// </summary>
public sealed class Space : IDisposable
{
    private readonly UserDirectory _users;

    /// <param name="real">Real time, on which a running space's time is based.</param>
    public Space(SpaceSettings settings, TimeProvider real, ClockSettings clock)
    {
        // Two spaces of one seed must not draw alike: they would take each other's tokens and access codes.
        var draws = new Draws(settings.Seed).Fork(settings.AppKey);
        Settings = settings;
        Time = new Timeline(real, clock);
        _users = new UserDirectory(Time, settings);
        AccessTokens = new AccessTokens(Time, settings, draws.Fork("access tokens"));
        MessagingTokens = new MessagingTokens(Time, settings, draws.Fork("messaging tokens"), _users);
        Calls = new ClickToCall(Time, settings, draws.Fork("calls"));
        Faults = new ArmedFaults(settings.Faults);
    }

    public SpaceSettings Settings { get; }

    public Timeline Time { get; }

    public AccessTokens AccessTokens { get; }

    public MessagingTokens MessagingTokens { get; }

    public ClickToCall Calls { get; }

    public ArmedFaults Faults { get; }

    /// <summary>The space is about to end: every held poll, and each later one at once, gets the empty answer.</summary>
    public void EndPolls()
    {
        using var turn = Time.Enter();
        Calls.Close(_users.All);
    }

    public void Dispose() => Time.Dispose();
}
