using CecSim.Simulation.Journal;

namespace CecSim.Simulation.News;

/// <summary>The journal has a request, or it came out that its answer was cut short.</summary>
public sealed record RequestRecorded(DateTimeOffset At, JournalDraft Draft) : SpaceNews(At)
{
    public override long BytesCount => base.BytesCount + Draft.BytesCount;
}
