using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Calls;

/// <summary>The numbers that clients call to reach their agent: fifteen digits as in the documents' sample.</summary>
internal sealed class AccessCodes(Draws draws)
{
    private readonly HashSet<string> _live = [];

    public string Take()
    {
        string code;
        do
        {
            code = $"17908{draws.Below(10_000_000_000):d10}";
        }
        while (!_live.Add(code));

        return code;
    }

    public void GiveBack(string code) => _live.Remove(code);
}
