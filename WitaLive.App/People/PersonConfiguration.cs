using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("persons");
        person.HasKey(p => p.Id);
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.GivenName).HasMaxLength(Person.LongestName);
        person.Property(p => p.FamilyName).HasMaxLength(Person.LongestName);
        person.Property(p => p.Email).HasMaxLength(Person.LongestAddress);
        person.Property(p => p.Telephone).HasMaxLength(Person.LongestTelephone);
        person.Property(p => p.Language).HasMaxLength(2);
        person.Property(p => p.Section).HasMaxLength(2);
        person.PrimitiveCollection(p => p.PassiveLanguages);
        person.Property(p => p.DiedOn);
        person.Property(p => p.DeathNotedBy);
        person.Property(p => p.DeathNotedAt);
        person.Ignore(p => p.FullName);
        person.HasIndex(p => p.Email).IsUnique();
    }
}
