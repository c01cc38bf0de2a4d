"""Files may have a storage of their own; the database stays as it is."""

from django.db import migrations, models

import django_chatkit.models.attachment
import django_chatkit.storage


class Migration(migrations.Migration):
    dependencies = [("django_chatkit", "0002_assistants_and_usage")]

    operations = [
        # In the state alone: SQLite would write the whole table anew for nothing.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="chatattachment",
                    name="file",
                    field=models.FileField(
                        blank=True,
                        max_length=255,
                        storage=django_chatkit.storage.attachment_storage,
                        upload_to=django_chatkit.models.attachment.attachment_path,
                        verbose_name="file",
                    ),
                )
            ]
        )
    ]
