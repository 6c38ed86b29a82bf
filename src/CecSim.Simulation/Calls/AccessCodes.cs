namespace CecSim.Simulation.Calls;

/// <summary>
/// The numbers that clients call to reach their agent: the called route of the queue, or 17908 where none leads to it,
/// and digits of the call's own, together fifteen as in the documents' sample. They are more where the route takes so
/// many that the calls which live would not fit.
/// </summary>
internal sealed class AccessCodes(IReadOnlyList<CalledRoute> routes, SeededRandom random)
{
    private const int DigitsCount = 15;

    private readonly Dictionary<string, Call> _live = [];

    /// <returns>The live call of a number; null for none.</returns>
    public Call? Find(string code) => _live.GetValueOrDefault(code);

    public string Take(Call call, QueueSettings? queue) =>
        Take(call, (queue is null ? null : routes.FirstOrDefault(r => r.Queue == queue.Name))?.Prefix ?? "17908");

    /// <param name="prefix">How it begins.</param>
    public string Take(Call call, string prefix)
    {
        var (digits, numbers) = OwnDigits(prefix.Length);
        string code;
        do
        {
            code = prefix + random.Below(numbers).ToString($"d{digits}", CultureInfo.InvariantCulture);
        }
        while (!_live.TryAdd(code, call));

        return code;
    }

    // Half of the numbers stay free, so that a draw soon finds one.
    private (int Digits, ulong Numbers) OwnDigits(int prefixDigits)
    {
        var (digits, numbers) = (0, 1UL);
        while (digits < DigitsCount - prefixDigits || numbers <= 2 * (ulong)_live.Count)
        {
            (digits, numbers) = (digits + 1, numbers * 10);
        }

        return (digits, numbers);
    }

    public void GiveBack(string code) => _live.Remove(code);
}
