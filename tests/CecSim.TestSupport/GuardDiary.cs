using CecSim.Guarding;

namespace CecSim.Tests;

/// <summary>A log that keeps what it is told.</summary>
internal sealed class GuardDiary : IGuardLog
{
    private readonly ConcurrentQueue<Failure> _failures = new();
    private readonly ConcurrentQueue<string> _nuisances = new();

    public IReadOnlyList<Failure> Failures => [.. _failures];

    public IReadOnlyList<string> Nuisances => [.. _nuisances];

    public void Failed(Failure first) => _failures.Enqueue(first);

    public void Met(string nuisance, string? detail) => _nuisances.Enqueue($"{nuisance}: {detail}");
}
