using System.Diagnostics;
using System.Threading.Channels;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Telemetry;

/// <summary>The spans of one space, as they end.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Channel<Activity> _ended = Channel.CreateUnbounded<Activity>();

    public Spans(string space)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CecSim",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("cecsim.space") as string == space)
                {
                    _ended.Writer.TryWrite(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task<Activity> NextAsync(string name)
    {
        while (true)
        {
            var span = await _ended.Reader.ReadAsync(TestEnds);
            if (span.OperationName == name)
            {
                return span;
            }
        }
    }

    public void Dispose() => _listener.Dispose();
}
