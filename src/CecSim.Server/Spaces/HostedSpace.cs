using CecSim.Control.Contracts;
using CecSim.Guarding;
using CecSim.Server.Persistence;
using CecSim.Server.Spaces.EventStream;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Spaces;

/// <summary>A space of this server under its name. A reset puts a new one in its place.</summary>
public sealed class HostedSpace : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _real;
    private readonly ClockSettings _clock;
    private readonly Guard _guard;
    private readonly IReplyGenerator _words;
    private volatile Space _space;
    private int _resetsCount;

    internal HostedSpace(
        long number,
        string scenario,
        SpaceSettings settings,
        TimeProvider real,
        ClockSettings clock,
        Guard guard,
        IReplyGenerator words,
        ISpaceLog? log = null,
        ClockSettings? afterReset = null)
    {
        Number = number;
        Scenario = scenario;
        _real = real;
        _clock = afterReset ?? clock;
        Log = log;
        _guard = guard;
        _words = words;
        _space = new Space(settings, real, clock, guard, words, store: log);
        Subscribers.Move(null, _space.Events);
    }

    /// <summary>In the order of creation.</summary>
    public long Number { get; }

    public string Name => Settings.Name;

    /// <summary>The scenario that it was made from.</summary>
    public string Scenario { get; }

    /// <summary>What it was made from, and what its scenario's file says since.</summary>
    public SpaceSettings Settings => _space.Settings;

    /// <summary>As it is now; after a reset another one.</summary>
    public Space Space => _space;

    /// <summary>How often its state was reset while its time went on.</summary>
    public int ResetsCount => _resetsCount;

    /// <summary>How its time goes on after a reset of it.</summary>
    internal ClockSettings ClockAfterReset => _clock;

    /// <summary>Where it outlives the process; null where it does not.</summary>
    internal ISpaceLog? Log { get; }

    /// <summary>Those who follow what happens in it, across its resets.</summary>
    internal Subscribers Subscribers { get; } = new();

    public void Reset(ResetScope scope)
    {
        lock (_gate)
        {
            var hadFailed = _space.Failure is not null;
            if (hadFailed && Log is { IsResumed: false } && scope == ResetScope.State)
            {
                // What came to it before cannot be done again: there is nothing for it to go on from.
                scope = ResetScope.All;
            }

            if (scope is not (ResetScope.Journal or ResetScope.All))
            {
                Log?.Append(new RecordedCommand(CommandKind.Reset, _space.Time.ReadNow()) { Text = $"{scope}" });
            }

            switch (scope)
            {
                case ResetScope.State:
                    Replace(TimeOf(_space), CarriedOverState.Of(_space, ++_resetsCount));
                    break;
                case ResetScope.Journal:
                    _space.Journal.Clear();
                    _space.Monitor.Log.Clear();
                    break;
                case ResetScope.Faults:
                    _space.Faults.Restore();
                    break;
                case ResetScope.Clock:
                    ResetClock();
                    break;
                case ResetScope.All:
                    _resetsCount = 0;
                    BeginAnew();
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(scope), scope, "It is no part of a space.");
            }

            _space.Events.Publish(new SpaceReset(_space.Time.ReadNow(), scope));
            if (hadFailed && _space.Failure is null)
            {
                _space.Events.Publish(new SpaceHealed(_space.Time.ReadNow()));
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            End(_space);
            Subscribers.End();
        }
    }

    private void BeginAnew()
    {
        var clock = _clock with { StartsAt = _clock.StartsAt ?? _real.GetUtcNow() };
        if (Log is not null)
        {
            _space.Commands.Close();
            Log.BeginAnew(SpaceOrigin.Of(Settings, Scenario, _clock, clock.StartsAt.Value));
        }

        Replace(clock, before: null);
    }

    private void Replace(ClockSettings clock, CarriedOverState? before)
    {
        var old = _space;
        old.Commands.Close();
        _space = new Space(Settings, _real, clock, _guard, _words, before, Log);
        _space.Phones.TakeOver(old.Phones);
        Subscribers.Move(old.Events, _space.Events);
        End(old);
    }

    // Time does not go back while anything lives that was made in it: its first moment returns with the rest.
    private void ResetClock()
    {
        if (_clock.IsFrozen)
        {
            _space.Time.Freeze();
        }
        else
        {
            _space.Time.Run(_clock.Rate);
        }
    }

    private static ClockSettings TimeOf(Space space)
    {
        var view = space.Time.View;
        return new ClockSettings { StartsAt = view.Now, IsFrozen = view.IsFrozen, Rate = view.Rate };
    }

    // What a space that failed throws once more must not keep it from being replaced or removed.
    private void End(Space space)
    {
        _guard.Run("end of a space", space.End);
        space.Dispose();
    }
}
