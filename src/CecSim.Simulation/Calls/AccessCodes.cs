using CecSim.Simulation.Queues;
using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Calls;

/// <summary>
/// The numbers that clients call to reach their agent: the called route of the queue and digits of the call's own, or
/// fifteen digits as in the documents' sample where no route leads to the queue.
/// </summary>
internal sealed class AccessCodes(IReadOnlyList<CalledRoute> routes, Draws draws)
{
    private readonly Dictionary<string, Call> _live = [];

    /// <returns>The live call of a number; null for none.</returns>
    public Call? Find(string code) => _live.GetValueOrDefault(code);

    public string Take(Call call, QueueSettings? queue)
    {
        var prefix = routes.FirstOrDefault(r => r.Queue == queue?.Name)?.Prefix ?? "17908";
        string code;
        do
        {
            code = $"{prefix}{draws.Below(10_000_000_000):d10}";
        }
        while (!_live.TryAdd(code, call));

        return code;
    }

    public void GiveBack(string code) => _live.Remove(code);
}
