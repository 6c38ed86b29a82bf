using System.Reflection;

namespace CecSim.Simulation.Tests.Calls;

public sealed class CausesTests
{
    [Fact]
    [Shows("5.3/causeids-only-scripted")]
    public void No_call_ends_of_itself_with_another_cause_than_these()
    {
        var ids =
            from type in new[] { typeof(Cause), typeof(Causes) }
            from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
            where field.FieldType == typeof(Cause)
            select ((Cause)field.GetValue(null)!).CauseId;

        Assert.Equal([-1, 0, 1, 3, 7, 8, 9, 11], ids.Distinct().Order());
    }
}
