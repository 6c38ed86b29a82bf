using Bogus.DataSets;

namespace CecSim.Scenarios.People;

/// <summary>Who an agent is.</summary>
internal sealed record Person(string Name, string AccountCode, string Password)
{
    public static Person Of(ulong draw)
    {
        var random = Chance.Of(draw);
        var name = new Name { Random = random };
        var (first, last) = (name.FirstName(), name.LastName());
        var account = random.Bool()
            ? $"{first}.{last}@example.com".Replace("'", "").ToLowerInvariant()
            : random.ReplaceNumbers("00######");
        return new Person($"{first} {last}", account, random.AlphaNumeric(12));
    }
}
