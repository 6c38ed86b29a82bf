using System.Diagnostics.Metrics;
using System.Threading.Channels;
using CecSim.Server.Spaces;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Telemetry;

/// <summary>What one server's meter says, as whoever exports it would hear it.</summary>
internal sealed class Readings : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Channel<string> _measured = Channel.CreateUnbounded<string>();

    private readonly List<string> _names = [];

    public Readings(SpaceDirectory server)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == server)
            {
                _names.Add(instrument.Name);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>(Hear);
        _listener.SetMeasurementEventCallback<long>(Hear);
        _listener.SetMeasurementEventCallback<int>(Hear);
        _listener.Start();
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>The next measurement of an instrument, with its tags.</summary>
    public async Task<string> NextAsync(string instrument)
    {
        while (true)
        {
            var measured = await _measured.Reader.ReadAsync(TestEnds);
            if (measured.StartsWith(instrument + " ", StringComparison.Ordinal))
            {
                return measured;
            }
        }
    }

    /// <summary>Everything that is only looked at, as it is now.</summary>
    public IReadOnlyList<string> Look()
    {
        while (_measured.Reader.TryRead(out _))
        {
        }

        _listener.RecordObservableInstruments();
        var seen = new List<string>();
        while (_measured.Reader.TryRead(out var measured))
        {
            seen.Add(measured);
        }

        return seen;
    }

    public void Dispose() => _listener.Dispose();

    private void Hear<T>(
        Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var told = tags.ToArray().Select(t => $"{t.Key}={t.Value}");
        _measured.Writer.TryWrite(FormattableString.Invariant($"{instrument.Name} {value} {string.Join(' ', told)}"));
    }
}
