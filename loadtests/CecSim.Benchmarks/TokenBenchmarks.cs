using CecSim.Guarding;
using CecSim.Simulation.Spaces;

namespace CecSim.Benchmarks;

/// <summary>What tokenByAkSk costs without HTTP, and what each request then costs to be let in.</summary>
public class TokenBenchmarks : IDisposable
{
    private readonly Space _space = new(
        new SpaceSettings(), TimeProvider.System, ClockSettings.Frozen, new Guard(new WriterLog(Console.Error)));
    private readonly string _token;

    public TokenBenchmarks() => _token = _space.AccessTokens.Issue(_space.Settings.AppSecret, null).Value!.Text;

    [Benchmark]
    public object Issue() => _space.AccessTokens.Issue(_space.Settings.AppSecret, null).Value!;

    [Benchmark]
    public bool Check() => _space.AccessTokens.Check(_token) is null;

    public void Dispose()
    {
        _space.Dispose();
        GC.SuppressFinalize(this);
    }
}
